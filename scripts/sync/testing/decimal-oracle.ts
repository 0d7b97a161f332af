/**
 * The text of a number rounded half up (away from zero) to `scale` digits after the point; undefined when the text is no
 * number or has too many integer digits. Whole numbers of any size instead of floating point: nothing is lost.
 */
export function roundedNumber(text: string, precision: number, scale: number): string | undefined {
  const [, sign, whole, fraction = '', exponent = '0'] =
    /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text.trim()) ?? [];
  if (whole === undefined) {
    return undefined;
  }
  const units = shifted(BigInt(whole + fraction), Number(exponent) - fraction.length + scale);
  return units >= 10n ** BigInt(precision) ? undefined : plain(sign === '-' ? -units : units, scale);
}

/** `digits` × 10^`places`, rounded half up. */
function shifted(digits: bigint, places: number): bigint {
  if (places >= 0) {
    return digits * 10n ** BigInt(places);
  }
  const divisor = 10n ** BigInt(-places);
  return (digits * 2n + divisor) / (divisor * 2n);
}

function plain(units: bigint, scale: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`;
}
