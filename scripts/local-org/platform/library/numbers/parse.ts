/** Texts that become numbers, and the errors the platform gives for those that do not. */
import { Decimal } from '../../../values/decimal';
import { ApexDouble } from '../../../values/double';
import { TypeException } from '../../../values/exceptions';
import { stringOf } from '../../../values/text';

/** `Integer.valueOf(String)`: digits with an optional sign, in 32 bits. */
export function parseInteger(text: string): number {
  const value = Number(text);
  if (!/^[+-]?\d+$/.test(text) || value !== (value | 0)) throw new TypeException(`Invalid integer: ${text}`);
  return value | 0;
}

/**
 * `Long.valueOf(String)`: digits with an optional sign, in 64 bits. Decimals are cut off, other than those of an Integer:
 * so expects a public test that passes on the platform.
 */
export function parseLong(text: string): bigint {
  const [, digits] = /^\+?(-?\d+)(?:\.\d+)?$/.exec(text) ?? [];
  if (digits === undefined) throw new TypeException(`Invalid long: ${text}`);
  const value = BigInt(digits);
  if (BigInt.asIntN(64, value) !== value) throw new TypeException(`Invalid long: ${text}`);
  return value;
}

/** `Double.valueOf(String)`: as Java reads it, white space around being ignored. */
export function parseDouble(text: string): ApexDouble {
  const trimmed = text.trim();
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?[dDfF]?$/.test(trimmed)) {
    throw new TypeException(`Invalid double: ${text}`);
  }
  return new ApexDouble(parseFloat(trimmed));
}

/** `Decimal.valueOf(String)`. */
export function parseDecimal(text: string): Decimal {
  const value = Decimal.parse(text);
  if (!value) throw new TypeException(`Invalid decimal: ${text}`);
  return value;
}

/** `Integer.valueOf(Object)`. */
export function integerOf(value: unknown): number | null {
  if (value === null || typeof value === 'number') return value;
  // As an Object a text may have decimals, which are cut off: so expects a public test that passes on the platform.
  if (typeof value === 'string') return parseInteger(value.replace(/\.\d+$/, ''));
  if (typeof value === 'bigint') return Number(BigInt.asIntN(32, value));
  if (value instanceof Decimal) return value.intValue();
  if (value instanceof ApexDouble) return truncated(value.value);
  throw new TypeException(`Invalid integer: ${stringOf(value)}`);
}

/** `Double.valueOf(Object)`. */
export function doubleOf(value: unknown): ApexDouble | null {
  if (value === null || value instanceof ApexDouble) return value;
  if (typeof value === 'string') return parseDouble(value);
  if (typeof value === 'number' || typeof value === 'bigint') return new ApexDouble(Number(value));
  if (value instanceof Decimal) return new ApexDouble(value.toNumber());
  throw new TypeException(`Invalid double: ${stringOf(value)}`);
}

/** A binary number cut to an Integer as Java's cast does: out of range gives the nearest end. */
export function truncated(value: number): number {
  if (Number.isNaN(value)) return 0;
  return Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, Math.trunc(value))) | 0;
}

/** A binary number cut to a Long as Java's cast does. */
export function truncatedLong(value: number): bigint {
  if (Number.isNaN(value)) return 0n;
  if (value >= 2 ** 63) return 2n ** 63n - 1n;
  return value <= -(2 ** 63) ? -(2n ** 63n) : BigInt(Math.trunc(value));
}
