import type { FieldInput } from '../../local-org/schema/definitions';
import { InputError } from '../input-error';

/** The part of a field's definition that its type says. */
export type FieldTypeInput = Omit<FieldInput, 'name'>;

const KNOWN_TYPES = 'Text(length), Number(precision,scale), Date, DateTime, Checkbox, Picklist(A;B;C)';
const LONGEST_TEXT = 255;
const MOST_DIGITS = 18;

type Reader = (parameters: string | undefined, text: string) => FieldTypeInput;

const READERS: Record<string, Reader> = {
  text: textType,
  number: numberType,
  picklist: picklistType,
  date: (parameters, text) => plainType('DATE', parameters, text),
  datetime: (parameters, text) => plainType('DATETIME', parameters, text),
  checkbox: (parameters, text) => ({ ...plainType('BOOLEAN', parameters, text), nillable: false, defaultValue: false })
};

/** What a field is that nothing else is said of. */
export const DEFAULT_TYPE = `Text(${LONGEST_TEXT})`;

/**
 * Reads a field type as `--map` writes it. Bounds are those of a custom field
 * ("Custom Field Types" in Salesforce Help: text up to 255 characters, numbers up to 18 digits).
 * @throws InputError naming what does not fit
 */
export function parseFieldType(text: string): FieldTypeInput {
  const [, name, parameters] = /^\s*([A-Za-z]+)\s*(?:\((.*)\))?\s*$/s.exec(text) ?? [];
  const reader = name === undefined ? undefined : READERS[name.toLowerCase()];
  if (!reader) {
    throw new InputError(`There is no field type "${text}". Use one of ${KNOWN_TYPES}.`);
  }
  return reader(parameters, text);
}

function textType(parameters: string | undefined, text: string): FieldTypeInput {
  const length = parameters === undefined ? LONGEST_TEXT : wholeNumber(parameters);
  if (length === undefined || length < 1 || length > LONGEST_TEXT) {
    throw new InputError(`"${text}" is no text type. Write Text(length) with 1 to ${LONGEST_TEXT} characters.`);
  }
  return { type: 'STRING', length };
}

function numberType(parameters: string | undefined, text: string): FieldTypeInput {
  const [precision, scale] = numberShape(parameters);
  const fits = precision !== undefined && scale !== undefined && precision >= 1 && precision <= MOST_DIGITS;
  if (!fits || scale > precision) {
    throw new InputError(
      `"${text}" is no number type. Write Number(precision,scale): up to ${MOST_DIGITS} digits in all, then how many of them stand after the point.`
    );
  }
  return { type: 'DOUBLE', precision, scale };
}

function numberShape(parameters: string | undefined): (number | undefined)[] {
  const numbers = parameters?.split(',').map(wholeNumber) ?? [MOST_DIGITS];
  return numbers.length > 2 ? [] : numbers.length === 2 ? numbers : [...numbers, 0];
}

function picklistType(parameters: string | undefined, text: string): FieldTypeInput {
  const values = parameters?.split(';').map((value) => value.trim()) ?? [];
  if (values.length === 0 || values.includes('') || new Set(values).size < values.length) {
    throw new InputError(`"${text}" is no picklist type. Write Picklist(A;B;C) with distinct values.`);
  }
  const picklistValues = values.map((value) => ({ value, label: value, active: true, isDefault: false }));
  return { type: 'PICKLIST', picklistValues, restrictedPicklist: true };
}

function plainType(type: FieldTypeInput['type'], parameters: string | undefined, text: string): FieldTypeInput {
  if (parameters !== undefined) {
    throw new InputError(`"${text}" takes nothing in brackets. Use one of ${KNOWN_TYPES}.`);
  }
  return { type };
}

/** The number, or undefined where the text is none. */
function wholeNumber(text: string): number | undefined {
  return /^\s*\d+\s*$/.test(text) ? Number(text) : undefined;
}
