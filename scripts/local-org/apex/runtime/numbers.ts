/** Integer and Long arithmetic where JavaScript's own operators do not do, and conversions between number types. */
import { MathException } from '../../values/exceptions';
import { Decimal } from '../../values/decimal';
import { ApexDouble } from '../../values/double';

const LONG_BITS = 64;

/** Wraps at 64 bits, as Long does. */
export function wrapLong(value: bigint): bigint {
  return BigInt.asIntN(LONG_BITS, value);
}

/** `a * b` of Integers, wrapped at 32 bits. */
export const multiplyInteger = Math.imul;

/** @throws MathException "Divide by 0" */
export function divideInteger(a: number, b: number): number {
  if (b === 0) throw new MathException('Divide by 0');
  return (a / b) | 0;
}

/** @throws MathException "Divide by 0" */
export function divideLong(a: bigint, b: bigint): bigint {
  if (b === 0n) throw new MathException('Divide by 0');
  return wrapLong(a / b);
}

/** `a >>> b` of Longs. */
export function shiftLongUnsigned(a: bigint, b: bigint): bigint {
  return wrapLong(BigInt.asUintN(LONG_BITS, a) >> (b & 63n));
}

type Nullable<T> = T | null;

export const integerToLong = (value: Nullable<number>): bigint => (value === null ? (null as never) : BigInt(value));
export const integerToDouble = (value: Nullable<number>): Nullable<ApexDouble> =>
  value === null ? null : new ApexDouble(value);
export const integerToDecimal = (value: Nullable<number>): Nullable<Decimal> =>
  value === null ? null : Decimal.fromInteger(value);
export const longToDouble = (value: Nullable<bigint>): Nullable<ApexDouble> =>
  value === null ? null : new ApexDouble(Number(value));
export const longToDecimal = (value: Nullable<bigint>): Nullable<Decimal> =>
  value === null ? null : Decimal.fromLong(value);
export const doubleToDecimal = (value: Nullable<ApexDouble>): Nullable<Decimal> => value?.toDecimal() ?? null;
export const decimalToDouble = (value: Nullable<Decimal>): Nullable<ApexDouble> =>
  value === null ? null : new ApexDouble(value.toNumber());
export const longToInteger = (value: Nullable<bigint>): Nullable<number> =>
  value === null ? null : Number(BigInt.asIntN(32, value));
export const doubleToInteger = (value: Nullable<ApexDouble>): Nullable<number> =>
  value === null ? null : value.toDecimal().intValue();
export const doubleToLong = (value: Nullable<ApexDouble>): Nullable<bigint> =>
  value === null ? null : value.toDecimal().longValue();
export const decimalToInteger = (value: Nullable<Decimal>): Nullable<number> => value?.intValue() ?? null;
export const decimalToLong = (value: Nullable<Decimal>): Nullable<bigint> => value?.longValue() ?? null;
