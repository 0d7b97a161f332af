import { formatDay, formatNumber, formatUtc } from 'c/formats';

/** A field that a run writes, as `RunController.detail` gives it. */
export interface RunField {
  name: string;
  label: string;
  /** Display type, as Apex names it. */
  type: string;
}

const FORMATS: Record<string, (value: string) => string> = {
  CURRENCY: formatNumber,
  DATE: formatDay,
  DATETIME: (value) => `${formatUtc(value)} UTC`,
  DOUBLE: formatNumber,
  INTEGER: formatNumber,
  PERCENT: formatNumber
};

/** What people call a field; one that is no more, or that they may not see, is called by its API name. */
export function fieldLabel(fields: readonly RunField[], name: string): string {
  return fieldNamed(fields, name)?.label ?? name;
}

/** A value of a field as people read it; the log keeps values as the platform writes them. */
export function fieldValue(fields: readonly RunField[], name: string, value: string): string {
  return FORMATS[fieldNamed(fields, name)?.type ?? '']?.(value) ?? value;
}

/** The log may have a name in other case than the org. */
function fieldNamed(fields: readonly RunField[], name: string): RunField | undefined {
  const wanted = name.toLowerCase();
  return fields.find((field) => field.name.toLowerCase() === wanted);
}
