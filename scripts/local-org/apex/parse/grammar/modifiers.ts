/** Modifiers and annotations. */
import type { Annotation, AnnotationParameter, Modifier } from '../ast';
import { expectLiteral } from './literals';
import type { TokenReader } from './token-reader';
import { canBeName } from './words';

/** What stands before a declaration. */
export interface Modifiers {
  modifiers: Modifier[];
  annotations: Annotation[];
}

const plain: ReadonlySet<string> = new Set<Modifier>([
  ...(['global', 'public', 'protected', 'private', 'static', 'abstract', 'final'] as const),
  ...(['webservice', 'override', 'virtual', 'testmethod'] as const)
]);

/** Reads modifiers and annotations, both in source order. */
export function readModifiers(reader: TokenReader): Modifiers {
  const found: Modifiers = { modifiers: [], annotations: [] };
  for (;;) {
    const modifier = readModifier(reader);
    if (modifier) found.modifiers.push(modifier);
    else if (reader.type === '@') found.annotations.push(readAnnotation(reader));
    else return found;
  }
}

/** Whether a modifier or an annotation is to come. */
export function isModifier(reader: TokenReader): boolean {
  return reader.type === '@' || plain.has(reader.type) || isSharing(reader) || isTransient(reader);
}

function readModifier(reader: TokenReader): Modifier | null {
  if (plain.has(reader.type) || isTransient(reader)) return reader.next().text.toLowerCase() as Modifier;
  if (!isSharing(reader)) return null;
  return `${reader.next().text} ${reader.next().text}`.toLowerCase() as Modifier;
}

function isSharing(reader: TokenReader): boolean {
  return /^(?:with|without|inherited)$/.test(reader.type) && reader.ahead(1).type === 'sharing';
}

/** A variable can have this name, but nothing that has it is followed by another word. */
function isTransient(reader: TokenReader): boolean {
  return reader.type === 'transient' && (/^[a-z@]/.test(reader.ahead(1).type) || canBeName(reader.ahead(1).type));
}

function readAnnotation(reader: TokenReader): Annotation {
  const { position } = reader;
  reader.expect('@');
  const name = reader.name().text;
  return { kind: 'annotation', name, parameters: readParameters(reader), ...position };
}

function readParameters(reader: TokenReader): AnnotationParameter[] {
  const parameters: AnnotationParameter[] = [];
  if (!reader.take('(')) return parameters;
  if (reader.type !== ')' && !isNamed(reader)) parameters.push(positional(reader));
  else while (reader.type !== ')') parameters.push(named(reader, parameters.length > 0));
  reader.expect(')');
  return parameters;
}

function isNamed(reader: TokenReader): boolean {
  return canBeName(reader.type) && reader.ahead(1).type === '=';
}

function positional(reader: TokenReader): AnnotationParameter {
  const { position } = reader;
  return { name: 'value', value: expectLiteral(reader), ...position };
}

/** Between parameters, commas are not needed. */
function named(reader: TokenReader, isFurther: boolean): AnnotationParameter {
  if (isFurther) reader.take(',');
  const { position } = reader;
  const name = reader.name().text;
  reader.expect('=');
  return { name, value: expectLiteral(reader), ...position };
}
