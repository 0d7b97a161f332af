/** Type references, modifiers and annotations. */
import type {
  AnnotationContext,
  ElementValueContext,
  FormalParametersContext,
  IdContext,
  ModifierContext,
  QualifiedNameContext,
  TypeListContext,
  TypeNameContext,
  TypeRefContext
} from '@apexdevtools/apex-parser';
import type {
  Annotation,
  AnnotationParameter,
  LiteralExpression,
  Modifier,
  Parameter,
  TypeReference,
  TypeReferencePart
} from './ast';
import { buildLiteral } from './build-literals';
import { nameOf, positionOf } from './tree';

/** Builds a type as written in a declaration, cast or class literal. */
export function buildTypeReference(context: TypeRefContext): TypeReference {
  return {
    kind: 'typeReference',
    parts: context.typeName_list().map(typePart),
    arrayDepth: context.arraySubscripts().LBRACK_list().length,
    ...positionOf(context)
  };
}

/** Builds the return type of a method; null for `void`. */
export function buildReturnType(context: { typeRef(): TypeRefContext }): TypeReference | null {
  const type = context.typeRef() as TypeRefContext | null;
  return type ? buildTypeReference(type) : null;
}

/** Builds a comma-separated list of types; a list that is not there is empty. */
export function buildTypeList(context: TypeListContext | null): TypeReference[] {
  return context ? context.typeRef_list().map(buildTypeReference) : [];
}

function typePart(context: TypeNameContext): TypeReferencePart {
  const typeArguments = context.typeArguments();
  return {
    name: context.start.text,
    typeArguments: typeArguments ? buildTypeList(typeArguments.typeList()) : []
  };
}

/** A plain dotted name used as a type (catch clauses). */
export function buildNamedType(context: QualifiedNameContext): TypeReference {
  const parts = nameParts(context).map((name) => ({ name, typeArguments: [] }));
  return { kind: 'typeReference', parts, arrayDepth: 0, ...positionOf(context) };
}

/** The parts of a dotted name. */
export function nameParts(context: QualifiedNameContext): string[] {
  return context.id_list().map(nameOf);
}

/** What stands before a declaration. */
export interface Modifiers {
  modifiers: Modifier[];
  annotations: Annotation[];
}

/** Separates modifiers from annotations, both in source order. */
export function buildModifiers(contexts: ModifierContext[]): Modifiers {
  const result: Modifiers = { modifiers: [], annotations: [] };
  for (const context of contexts) {
    const annotation = context.annotation() as AnnotationContext | null;
    if (annotation) result.annotations.push(buildAnnotation(annotation));
    else result.modifiers.push(modifierName(context));
  }
  return result;
}

function modifierName(context: ModifierContext): Modifier {
  const words = (context.children ?? []).map((child) => child.getText().toLowerCase());
  return words.join(' ') as Modifier;
}

function buildAnnotation(context: AnnotationContext): Annotation {
  const parameters = [...namedParameters(context), ...positionalParameter(context.elementValue())];
  return { kind: 'annotation', name: nameOf(context.id()), parameters, ...positionOf(context) };
}

function namedParameters(context: AnnotationContext): AnnotationParameter[] {
  const pairs = context.elementValuePairs();
  if (!pairs) return [];
  return pairs.elementValuePair_list().map((pair) => ({
    name: nameOf(pair.id()),
    value: annotationValue(pair.elementValue()),
    ...positionOf(pair)
  }));
}

function positionalParameter(value: ElementValueContext | null): AnnotationParameter[] {
  return value ? [{ name: 'value', value: annotationValue(value), ...positionOf(value) }] : [];
}

function annotationValue(context: ElementValueContext): LiteralExpression {
  return buildLiteral(context.literal());
}

/** Builds the parameters of a method or constructor. */
export function buildParameters(context: FormalParametersContext): Parameter[] {
  const list = context.formalParameterList();
  if (!list) return [];
  return list.formalParameter_list().map((parameter) => ({
    kind: 'parameter',
    ...declared(parameter.id(), buildModifiers(parameter.modifier_list())),
    type: buildTypeReference(parameter.typeRef())
  }));
}

/** Name, place and modifiers of a declaration. */
export function declared(
  name: IdContext,
  modifiers: Modifiers
): Modifiers & { name: string; line: number; column: number } {
  return { name: nameOf(name), ...modifiers, ...positionOf(name) };
}
