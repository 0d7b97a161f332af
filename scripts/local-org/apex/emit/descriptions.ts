/** Describes a class for the running program: its members with their types, modifiers and annotations. */
import type { Annotation } from '../parse/ast';
import { allInterfaces } from '../check/class-rules';
import {
  classChain,
  platformAncestor,
  type ClassSymbol,
  type FieldSymbol,
  type MethodSymbol,
  type ParameterSymbol
} from '../symbols/class-symbols';
import type { Project } from '../symbols/project';
import { typeDescriptor, type Type } from '../symbols/types';
import type {
  AnnotationMetadata,
  ClassDescription,
  ConstructorDescription,
  FieldDescription,
  MethodDescription,
  ParameterDescription
} from '../script/compiled-script';
import { accessorName, constructorName, methodName, storageName } from '../script/names';

/** Everything the runtime keeps of a type. */
export function describeClass(project: Project, symbol: ClassSymbol): ClassDescription {
  return {
    kind: symbol.kind,
    isException: isException(symbol),
    outer: symbol.outer?.fullName ?? null,
    superclass: symbol.superclass ? typeDescriptor(symbol.superclass) : null,
    supertypes: supertypes(project, symbol).map(typeDescriptor),
    modifiers: symbol.modifiers,
    annotations: symbol.annotations.map(describeAnnotation),
    sharing: symbol.sharing,
    apiVersion: symbol.unit.apiVersion,
    isAbstract: symbol.isAbstract,
    fields: [...symbol.fields.values()].map(describeField),
    methods: [...symbol.methods.values()].flat().sort(byPosition).map(describeMethod),
    constructors: describeConstructors(symbol),
    constants: symbol.constants
  };
}

const byPosition = (one: MethodSymbol, other: MethodSymbol): number => one.line - other.line;

/** Whether instances can be thrown. */
export function isException(symbol: ClassSymbol): boolean {
  return platformAncestor(symbol)?.name.endsWith('Exception') ?? false;
}

function supertypes(project: Project, symbol: ClassSymbol): Type[] {
  const superclasses = [...classChain(symbol)].flatMap((ancestor) =>
    ancestor.superclass ? [ancestor.superclass] : []
  );
  return [...superclasses, ...allInterfaces(project, symbol)];
}

function describeAnnotation(annotation: Annotation): AnnotationMetadata {
  const parameters = annotation.parameters.map((parameter) => [parameter.name.toLowerCase(), parameter.value.value]);
  return { name: annotation.name, parameters: Object.fromEntries(parameters) as AnnotationMetadata['parameters'] };
}

const describeParameter = ({ name, type }: ParameterSymbol): ParameterDescription => ({
  name,
  type: typeDescriptor(type)
});

function describeField(field: FieldSymbol): FieldDescription {
  const { property, declaration } = field;
  const hasAccessors = property !== null && !property.isPlain;
  return {
    name: field.name,
    modifiers: field.modifiers,
    annotations: field.annotations.map(describeAnnotation),
    isStatic: field.isStatic,
    line: field.line,
    type: typeDescriptor(field.type),
    isTransient: field.isTransient,
    isProperty: declaration.kind === 'property',
    access: field.access,
    property: hasAccessors ? accessorName(field) : storageName(field),
    canRead: property === null || property.getter !== null,
    canWrite: property === null || property.setter !== null,
    hasAccessors
  };
}

function describeMethod(method: MethodSymbol): MethodDescription {
  return {
    name: method.name,
    modifiers: method.modifiers,
    annotations: method.annotations.map(describeAnnotation),
    isStatic: method.isStatic,
    line: method.line,
    returnType: typeDescriptor(method.returnType),
    parameters: method.parameters.map(describeParameter),
    javaScriptName: methodName(method),
    lastLine: method.lastLine
  };
}

function describeConstructors(symbol: ClassSymbol): ConstructorDescription[] {
  if (symbol.kind !== 'class') return [];
  const declared = symbol.constructors.map((constructor) => ({
    modifiers: constructor.modifiers as readonly string[],
    parameters: constructor.parameters.map(describeParameter),
    javaScriptName: constructorName(symbol, constructor)
  }));
  const isImplied = declared.length === 0;
  return isImplied ? [{ modifiers: [], parameters: [], javaScriptName: constructorName(symbol, null) }] : declared;
}
