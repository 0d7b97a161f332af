/** Apex, compiled and run: the public face of this room; its parser alone is `./parse`. */
export { affectedBy, dependentsOf, type Dependents } from './affected';
export { compileAnonymous, compileProject, triggerUnit, type CompileInput, type CompileOutput } from './compile';
export { compileCached, type CompileCache, type CompileKey } from './compile-cache';
export type { Diagnostic } from './diagnostics';
export type { AnnotationMetadata, CompiledScript } from './script/compiled-script';
export type { BranchKind } from './script/coverage-points';
export { IncrementalCompiler } from './incremental';
export type {
  Annotation,
  ClassDeclaration,
  Declaration,
  Member,
  MethodDeclaration,
  TriggerDeclaration,
  TypeDeclaration
} from './parse/ast';
export { instanceFields, type ClassMetadata, type FieldMetadata, type MethodMetadata } from './runtime/class-metadata';
export type { UnitCoverage } from './runtime/coverage';
export { setApexHost, type ApexHost } from './runtime/host';
export { ApexProgram, type LoadedTrigger } from './runtime/program';
export type { RuntimeType } from './runtime/runtime-type';
export { systemTypeNames } from './symbols/platform-names';
