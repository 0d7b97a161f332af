import type { ApexValue } from './protocol';
import { hashOfString } from './protocol';
import { MathException } from './exceptions';
import { divideRounded, powerOfTen, smallest, type RoundingMode, type Units } from './decimal-units';
import { doubleToString } from './double-text';
import { decimalToPlainString, decimalToString } from './decimal-text';

/** Digits of a quotient made by the `/` operator. */
const QUOTIENT_PRECISION = 34;

/**
 * Apex Decimal: an unscaled integer and a scale, with the semantics of `java.math.BigDecimal`. The unscaled value is a
 * JavaScript number as long as it is a safe integer, which keeps ordinary arithmetic free of BigInt.
 * @see "Decimal Class", Apex Reference Guide; "Primitive Data Types", Apex Developer Guide
 */
export class Decimal implements ApexValue {
  /** Always a number when it is a safe integer, a bigint otherwise. */
  readonly unscaled: Units;
  readonly scale: number;

  constructor(unscaled: Units, scale: number) {
    this.unscaled = unscaled;
    this.scale = scale;
  }

  static readonly ZERO = new Decimal(0, 0);
  static readonly ONE = new Decimal(1, 0);

  /** A Decimal of an Integer; scale 0. */
  static fromInteger(value: number): Decimal {
    return new Decimal(value, 0);
  }

  /** A Decimal of a Long; scale 0. */
  static fromLong(value: bigint): Decimal {
    return new Decimal(smallest(value), 0);
  }

  /**
   * A Decimal of a binary number by way of its shortest text, as the platform converts a Double.
   * @throws MathException for NaN and infinities
   */
  static fromDouble(value: number): Decimal {
    if (Number.isInteger(value) && Math.abs(value) < 1e7) return new Decimal(value * 10 + 0, 1);
    const parsed = Decimal.parse(doubleToString(value));
    if (!parsed) throw new MathException(`Not a decimal: ${value}`);
    return parsed;
  }

  /** Reads digits with optional sign, point and exponent; null when the text is anything else. */
  static parse(text: string): Decimal | null {
    const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,9}))?$/.exec(text);
    if (!match) return null;
    const [, sign, whole, fraction = '', exponent] = match;
    const digits = whole + fraction;
    if (digits === '') return null;
    const scale = fraction.length - (exponent ? Number(exponent) : 0);
    const units: Units = digits.length <= 15 ? Number(digits) : smallest(BigInt(digits));
    return new Decimal(sign === '-' ? negated(units) : units, scale);
  }

  /** The value of a literal in Apex source, such as `1.50`. */
  static literal(text: string): Decimal {
    const value = Decimal.parse(text);
    if (!value) throw new Error(`${text} is not a Decimal literal.`);
    return value;
  }

  add(other: Decimal): Decimal {
    const a = this.unscaled;
    const b = other.unscaled;
    if (this.scale === other.scale && typeof a === 'number' && typeof b === 'number') {
      const sum = a + b;
      if (Number.isSafeInteger(sum)) return new Decimal(sum, this.scale);
    }
    const scale = Math.max(this.scale, other.scale);
    return new Decimal(sumOf(this.unitsAt(scale), other.unitsAt(scale)), scale);
  }

  subtract(other: Decimal): Decimal {
    return this.add(other.negate());
  }

  multiply(other: Decimal): Decimal {
    const a = this.unscaled;
    const b = other.unscaled;
    const scale = this.scale + other.scale;
    if (typeof a === 'number' && typeof b === 'number') {
      const product = a * b;
      if (Number.isSafeInteger(product)) return new Decimal(product + 0, scale);
    }
    return new Decimal(smallest(BigInt(a) * BigInt(b)), scale);
  }

  /**
   * The `/` operator: 34 significant digits at most, half even; an exact quotient keeps the difference of the scales
   * where it can.
   * @throws MathException "Divide by 0"
   */
  divide(divisor: Decimal): Decimal {
    if (divisor.isZero()) throw new MathException('Divide by 0');
    const preferred = this.scale - divisor.scale;
    if (this.isZero()) return new Decimal(0, preferred);
    const digits = QUOTIENT_PRECISION + 1 + divisor.precision() - this.precision();
    const extra = Math.max(digits, 0);
    const numerator = BigInt(this.unscaled) * powerOfTen(extra);
    const denominator = BigInt(divisor.unscaled);
    const exact = numerator % denominator === 0n;
    if (exact) {
      const quotient = new Decimal(smallest(numerator / denominator), preferred + extra);
      return quotient.stripZerosTo(preferred).roundToPrecision(QUOTIENT_PRECISION);
    }
    return roundedQuotient(numerator, denominator, preferred + extra);
  }

  /** `divide(divisor, scale, roundingMode)`. */
  divideToScale(divisor: Decimal, scale: number, mode: RoundingMode): Decimal {
    if (divisor.isZero()) throw new MathException('Divide by 0');
    const shift = scale - this.scale + divisor.scale;
    let numerator = BigInt(this.unscaled);
    let denominator = BigInt(divisor.unscaled);
    if (shift >= 0) numerator *= powerOfTen(shift);
    else denominator *= powerOfTen(-shift);
    return new Decimal(smallest(divideRounded(numerator, denominator, mode)), scale);
  }

  /** The remainder, with the sign of this value. */
  remainder(divisor: Decimal): Decimal {
    if (divisor.isZero()) throw new MathException('Divide by 0');
    const scale = Math.max(this.scale, divisor.scale);
    return new Decimal(smallest(BigInt(this.unitsAt(scale)) % BigInt(divisor.unitsAt(scale))), scale);
  }

  negate(): Decimal {
    return new Decimal(negated(this.unscaled), this.scale);
  }

  abs(): Decimal {
    return this.unscaled < 0 ? this.negate() : this;
  }

  /** This value to a whole power, exact. */
  power(exponent: number): Decimal {
    return new Decimal(smallest(BigInt(this.unscaled) ** BigInt(exponent)), this.scale * exponent);
  }

  /** This value with another scale, rounded where digits are lost. */
  setScale(scale: number, mode: RoundingMode = 'HALF_EVEN'): Decimal {
    if (scale === this.scale) return this;
    if (scale > this.scale) return new Decimal(this.unitsAt(scale), scale);
    const divisor = powerOfTen(this.scale - scale);
    return new Decimal(smallest(divideRounded(BigInt(this.unscaled), divisor, mode)), scale);
  }

  /** Without trailing zeros; the scale may become negative, as in Java. */
  stripTrailingZeros(): Decimal {
    return this.isZero() ? Decimal.ZERO : this.stripZerosTo(Number.MIN_SAFE_INTEGER);
  }

  /** -1, 0 or 1, by value whatever the scales. */
  compareTo(other: Decimal): number {
    let a = this.unscaled;
    let b = other.unscaled;
    if (this.scale !== other.scale) {
      const scale = Math.max(this.scale, other.scale);
      a = this.unitsAt(scale);
      b = other.unitsAt(scale);
    }
    if (a < b) return -1;
    return a > b ? 1 : 0;
  }

  /** Equal in the sense of `==`: by value, whatever the scales. */
  equals(other: Decimal): boolean {
    return this.compareTo(other) === 0;
  }

  isZero(): boolean {
    return this.unscaled === 0;
  }

  signum(): number {
    if (this.unscaled === 0) return 0;
    return this.unscaled < 0 ? -1 : 1;
  }

  /** Number of digits of the unscaled value; 1 for zero. */
  precision(): number {
    const digits = String(this.unscaled);
    return digits.startsWith('-') ? digits.length - 1 : digits.length;
  }

  toNumber(): number {
    if (this.scale === 0) return Number(this.unscaled);
    return Number(`${this.unscaled}e${-this.scale}`);
  }

  /** The whole part, of any size. */
  toBigInt(): bigint {
    if (this.scale <= 0) return BigInt(this.unitsAt(0));
    return BigInt(this.unscaled) / powerOfTen(this.scale);
  }

  /** The whole part as a Long: its low 64 bits. */
  longValue(): bigint {
    return BigInt.asIntN(64, this.toBigInt());
  }

  /** The whole part as an Integer: its low 32 bits. */
  intValue(): number {
    return Number(BigInt.asIntN(32, this.toBigInt()));
  }

  toPlainString(): string {
    return decimalToPlainString(this.unscaled, this.scale);
  }

  toString(): string {
    return decimalToString(this.unscaled, this.scale);
  }

  toApexString(): string {
    return this.toString();
  }

  /** As a Map key, 1.1 and 1.10 differ ("Decimal Class", Usage). */
  apexEquals(other: unknown): boolean {
    return other instanceof Decimal && this.scale === other.scale && this.unscaled === other.unscaled;
  }

  apexHashCode(): number {
    return hashOfString(this.toString());
  }

  apexKey(): string {
    return `\u0000n${this.unscaled}e${this.scale}`;
  }

  /** The unscaled value this number has at a scale that is not smaller than its own. */
  private unitsAt(scale: number): Units {
    const shift = scale - this.scale;
    if (shift === 0) return this.unscaled;
    if (typeof this.unscaled === 'number' && shift <= 15) {
      const shifted = this.unscaled * 10 ** shift;
      if (Number.isSafeInteger(shifted)) return shifted;
    }
    return smallest(BigInt(this.unscaled) * powerOfTen(shift));
  }

  private stripZerosTo(scale: number): Decimal {
    let units = this.unscaled;
    let reached = this.scale;
    while (typeof units === 'bigint' && reached > scale && units % 10n === 0n) {
      units = smallest(units / 10n);
      reached -= 1;
    }
    while (typeof units === 'number' && reached > scale && units % 10 === 0) {
      units /= 10;
      reached -= 1;
    }
    return new Decimal(units, reached);
  }

  private roundToPrecision(digits: number): Decimal {
    const excess = this.precision() - digits;
    return excess > 0 ? this.setScale(this.scale - excess) : this;
  }
}

function roundedQuotient(numerator: bigint, denominator: bigint, scale: number): Decimal {
  const whole = new Decimal(smallest(numerator / denominator), scale);
  const excess = whole.precision() - QUOTIENT_PRECISION;
  const divisor = denominator * powerOfTen(Math.max(excess, 0));
  return new Decimal(smallest(divideRounded(numerator, divisor, 'HALF_EVEN')), scale - Math.max(excess, 0));
}

function sumOf(a: Units, b: Units): Units {
  if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a + b)) return a + b;
  return smallest(BigInt(a) + BigInt(b));
}

function negated(units: Units): Units {
  return typeof units === 'number' ? 0 - units : -units;
}
