/** Powers of binary numbers as Java rounds them; JavaScript's are off by a digit for some whole exponents. */

/** Beyond, results of ordinary bases are zero or infinite, and exact arithmetic would be slow. */
const LARGEST_EXACT_EXPONENT = 1100;
const DOUBLE_BITS = 53;

/**
 * `base` to the power of `exponent`: exact before it is rounded once when the exponent is whole, so that powers of ten
 * are the numbers that stand in source.
 * @see java.lang.Math.pow: "The computed result must be within 1 ulp of the exact result"
 */
export function raise(base: number, exponent: number): number {
  const isExact = Number.isInteger(exponent) && Math.abs(exponent) <= LARGEST_EXACT_EXPONENT;
  const quick = base ** exponent;
  if (!isExact || !Number.isFinite(base) || base === 0 || !isNormal(quick)) return quick;
  const { significand, scale } = parts(Math.abs(base));
  const power = significand ** BigInt(Math.abs(exponent));
  const magnitude = exponent < 0 ? reciprocal(power, scale * -exponent) : rounded(power, scale * exponent);
  return base < 0 && exponent % 2 !== 0 ? -magnitude : magnitude;
}

/** Neither zero nor infinite, nor so small that it has fewer digits. */
function isNormal(value: number): boolean {
  const size = Math.abs(value);
  return size >= 2 ** -1021 && size < 2 ** 1023;
}

/** A number as `significand * 2 ** scale`. */
function parts(value: number): { significand: bigint; scale: number } {
  let scale = 0;
  let significand = value;
  while (!Number.isInteger(significand)) {
    significand *= 2;
    scale -= 1;
  }
  return { significand: BigInt(significand), scale };
}

/** `value * 2 ** scale`, rounded to the nearest double; digits that cannot matter leave one bit that says whether any was set. */
function rounded(value: bigint, scale: number): number {
  const excess = bits(value) - DOUBLE_BITS - 2;
  if (excess <= 0) return scaled(Number(value), scale);
  const kept = value >> BigInt(excess);
  const isInexact = kept << BigInt(excess) !== value;
  return scaled(Number((kept << 1n) | (isInexact ? 1n : 0n)), scale + excess - 1);
}

/** `1 / (power * 2 ** scale)`. */
function reciprocal(power: bigint, scale: number): number {
  const shift = BigInt(bits(power) + DOUBLE_BITS + 2);
  const quotient = (1n << shift) / power;
  const isInexact = quotient * power !== 1n << shift;
  return rounded((quotient << 1n) | (isInexact ? 1n : 0n), -scale - Number(shift) - 1);
}

/** In two steps, for `2 ** scale` alone may be out of range. */
function scaled(value: number, scale: number): number {
  const half = Math.trunc(scale / 2);
  return value * 2 ** half * 2 ** (scale - half);
}

function bits(value: bigint): number {
  return value.toString(2).length;
}
