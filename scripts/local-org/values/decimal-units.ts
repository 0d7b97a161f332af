/** Unscaled digits of a Decimal: a number when it is a safe integer, a bigint otherwise. */
export type Units = number | bigint;

/** The constants of `System.RoundingMode`. */
export type RoundingMode = 'CEILING' | 'DOWN' | 'FLOOR' | 'HALF_DOWN' | 'HALF_EVEN' | 'HALF_UP' | 'UNNECESSARY' | 'UP';

const POWERS: bigint[] = [1n];

/** 10 to a power that is not negative. */
export function powerOfTen(exponent: number): bigint {
  for (let known = POWERS.length; known <= exponent && known <= 100; known += 1) POWERS.push(POWERS[known - 1] * 10n);
  return POWERS[exponent] ?? 10n ** BigInt(exponent);
}

/** The same integer in the smaller of the two forms. */
export function smallest(units: bigint): Units {
  return units >= -9007199254740991n && units <= 9007199254740991n ? Number(units) : units;
}

/** Thrown by `UNNECESSARY` when digits would be lost; the caller words it. */
export class RoundingNecessary extends Error {}

/**
 * Integer division with a rounding mode, as `java.math.BigDecimal` does it.
 * @throws RoundingNecessary for `UNNECESSARY` and an inexact quotient
 */
export function divideRounded(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  const quotient = numerator / denominator;
  const remainder = numerator % denominator;
  if (remainder === 0n) return quotient;
  const sign = numerator < 0n === denominator < 0n ? 1n : -1n;
  const away = roundsAway(mode, sign, absolute(remainder) * 2n, absolute(denominator), quotient % 2n !== 0n);
  return away ? quotient + sign : quotient;
}

function roundsAway(mode: RoundingMode, sign: bigint, twice: bigint, whole: bigint, odd: boolean): boolean {
  switch (mode) {
    case 'UP':
      return true;
    case 'DOWN':
      return false;
    case 'CEILING':
      return sign > 0n;
    case 'FLOOR':
      return sign < 0n;
    case 'HALF_UP':
      return twice >= whole;
    case 'HALF_DOWN':
      return twice > whole;
    case 'HALF_EVEN':
      return twice > whole || (twice === whole && odd);
    case 'UNNECESSARY':
      throw new RoundingNecessary();
  }
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
