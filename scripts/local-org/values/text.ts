/** How the platform prints values: in string concatenation, `System.debug` and `String.valueOf`. */
import { NotModeled } from './not-modeled';
import { isApexInstance, isApexValue, type ApexInstance, type ApexValue } from './protocol';
import type { MapEntry } from './map';
import type { RuntimeField, RuntimeType } from './runtime-type';

/** Elements of a collection that are printed; the rest shows as "...". */
const PRINTED_ELEMENTS = 10;

/** Objects being printed, so that a cycle ends. */
const printing = new Set<object>();

/** A value as string concatenation and `System.debug` print it; null prints as "null". */
export function stringOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null) return 'null';
  if (typeof value !== 'object') return String(value);
  if (isApexValue(value)) return value.toApexString();
  return objectText(value);
}

/**
 * A value as a debug log shows it. Nothing in Apex reads the log, so a text that is not modelled ends nothing there: the log
 * says that it is missing.
 */
export function textForLog(value: unknown): string {
  try {
    return stringOf(value);
  } catch (error) {
    if (error instanceof NotModeled) return `<${error.message}>`;
    throw error;
  }
}

/** Compiled instances print themselves; a platform object does so when its class says how. */
function objectText(value: object): string {
  const { toApexString } = value as Partial<ApexValue>;
  if (toApexString) return toApexString.call(value);
  if (isApexInstance(value) && (value.tostring$0 || value.$type.classInfo)) return instanceText(value);
  throw new NotModeled(`the text of a ${value.constructor.name}`);
}

/**
 * The elements of a Set, or the keys of a Map, in the order in which they are printed: text is sorted, as seen in logs
 * of a real org (API 67); iteration keeps the order of insertion.
 */
export function printedOrder<T>(type: RuntimeType, items: readonly T[], keyOfItem: (item: T) => unknown): readonly T[] {
  if (type.typeArguments[0]?.name !== 'String') return items;
  return [...items].sort((left, right) => byCharacterCode(stringOf(keyOfItem(left)), stringOf(keyOfItem(right))));
}

function byCharacterCode(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** The elements of a List or Set; `owner` is the collection itself. */
export function collectionText(owner: object, open: string, close: string, items: readonly unknown[]): string {
  return guarded(owner, () => {
    const parts = items.slice(0, PRINTED_ELEMENTS).map(stringOf);
    if (items.length > PRINTED_ELEMENTS) parts.push('...');
    return open + parts.join(', ') + close;
  });
}

/** The entries of a Map; `owner` is the map itself. */
export function mapText(owner: object, entries: readonly MapEntry[]): string {
  return guarded(owner, () => {
    const parts = entries.slice(0, PRINTED_ELEMENTS).map((entry) => `${stringOf(entry.key)}=${stringOf(entry.value)}`);
    if (entries.length > PRINTED_ELEMENTS) parts.push('...');
    return `{${parts.join(', ')}}`;
  });
}

/** An instance of a compiled class: its own `toString`, or `Name:[field=value, …]`. */
export function instanceText(instance: ApexInstance): string {
  if (instance.tostring$0) return instance.tostring$0() ?? 'null';
  return defaultInstanceText(instance);
}

/** What `toString` prints unless a class overrides it; an inner class goes by its own name alone. */
export function defaultInstanceText(instance: ApexInstance): string {
  const type = instance.$type;
  return guarded(instance, () => {
    const fields = type.classInfo?.fields ?? [];
    const parts = fields.map(
      (field, index) => `${ownerPrefix(type, index)}${field.name}=${fieldText(field, instance)}`
    );
    return `${simpleName(type)}:[${parts.join(', ')}]`;
  });
}

/** What is kept: printing runs no getter, which might print the object again. */
function fieldText(field: RuntimeField, instance: object): string {
  return stringOf(field.stored(instance));
}

/** An inherited field goes by its class: `Func.length=1` (inherited fields come first in a class's list). */
function ownerPrefix(type: RuntimeType, index: number): string {
  let owner = type;
  for (let parent = owner.classInfo?.superType; parent?.classInfo; parent = owner.classInfo?.superType) {
    if (index >= parent.classInfo.fields.length) break;
    owner = parent;
  }
  return owner === type ? '' : `${simpleName(owner)}.`;
}

function simpleName(type: RuntimeType): string {
  return type.name.slice(type.name.lastIndexOf('.') + 1);
}

function guarded(owner: object, print: () => string): string {
  if (printing.has(owner)) return '(already output)';
  printing.add(owner);
  try {
    return print();
  } finally {
    printing.delete(owner);
  }
}
