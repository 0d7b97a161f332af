/** Apex, compiled and run: the public face of this room. */
export { compileAnonymous, compileProject, triggerUnit, type CompileInput, type CompileOutput } from './compile';
export { compileCached, type CompileCache, type CompileKey } from './compile-cache';
export type { Diagnostic } from './diagnostics';
export type { CompiledScript } from './emit/compiled-script';
export type { ClassMetadata, FieldMetadata, MethodMetadata } from './runtime/class-metadata';
export { execution } from '../transaction/execution';
export { setApexHost, type ApexHost } from './runtime/host';
export type { UnitCoverage } from './runtime/coverage';
export { ApexProgram, type LoadedTrigger } from './runtime/program';
