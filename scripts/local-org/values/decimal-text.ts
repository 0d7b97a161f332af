import type { Units } from './decimal-units';

/** Digits with a point and no exponent, as `BigDecimal.toPlainString`. */
export function decimalToPlainString(unscaled: Units, scale: number): string {
  if (scale === 0) return String(unscaled);
  if (scale < 0) return unscaled === 0 ? '0' : `${unscaled}${'0'.repeat(-scale)}`;
  const { sign, digits } = split(unscaled);
  const padded = digits.padStart(scale + 1, '0');
  return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}

/** As `BigDecimal.toString`: an exponent is used for a negative scale and for very small numbers. */
export function decimalToString(unscaled: Units, scale: number): string {
  if (scale === 0) return String(unscaled);
  const { sign, digits } = split(unscaled);
  const exponent = digits.length - 1 - scale;
  if (scale > 0 && exponent >= -6) return decimalToPlainString(unscaled, scale);
  const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
  if (exponent === 0) return sign + mantissa;
  return `${sign}${mantissa}E${exponent > 0 ? '+' : ''}${exponent}`;
}

function split(unscaled: Units): { sign: string; digits: string } {
  const text = String(unscaled);
  return text.startsWith('-') ? { sign: '-', digits: text.slice(1) } : { sign: '', digits: text };
}
