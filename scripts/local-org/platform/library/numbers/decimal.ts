import { definePlatformType } from '../../../declarations/define';
import { Decimal } from '../../../values/decimal';
import { ApexDouble } from '../../../values/double';
import type { ApexEnumValue } from '../../../values/enum-value';
import { MathException } from '../../../values/exceptions';
import { required } from '../../../declarations/arguments';
import { objectMembers } from '../object';
import { formatNumber } from './format';
import { parseDecimal } from './parse';
import { modeOf, rounding } from './rounding';

definePlatformType({
  namespace: 'System',
  name: 'Decimal',
  kind: 'class',
  javaScriptClass: Decimal,
  documentation: 'Decimal Class, Apex Reference Guide',
  members: {
    ...objectMembers,
    'Decimal abs()': (self: Decimal) => self.abs(),
    'Decimal divide(Decimal divisor, Integer scale)': (self: Decimal, divisor: Decimal | null, scale: number | null) =>
      self.divideToScale(required(divisor, 1), checkedScale(required(scale, 2)), 'HALF_EVEN'),
    'Decimal divide(Decimal divisor, Integer scale, System.RoundingMode roundingMode)': (
      self: Decimal,
      divisor: Decimal | null,
      scale: number | null,
      mode: ApexEnumValue | null
    ) => rounding(() => self.divideToScale(required(divisor, 1), checkedScale(required(scale, 2)), modeOf(mode, 3))),
    'Double doubleValue()': (self: Decimal) => new ApexDouble(self.toNumber()),
    'String format()': (self: Decimal) => formatNumber(self.toPlainString()),
    'Integer intValue()': (self: Decimal) => self.intValue(),
    'Long longValue()': (self: Decimal) => self.longValue(),
    'Decimal pow(Integer exponent)': (self: Decimal, exponent: number | null) => power(self, required(exponent, 1)),
    'Integer precision()': (self: Decimal) => self.precision(),
    'Long round()': (self: Decimal) => self.setScale(0).longValue(),
    'Long round(System.RoundingMode roundingMode)': (self: Decimal, mode: ApexEnumValue | null) =>
      rounding(() => self.setScale(0, modeOf(mode, 1))).longValue(),
    'Integer scale()': (self: Decimal) => self.scale,
    'Decimal setScale(Integer scale)': (self: Decimal, scale: number | null) =>
      self.setScale(checkedScale(required(scale, 1))),
    'Decimal setScale(Integer scale, System.RoundingMode roundingMode)': (
      self: Decimal,
      scale: number | null,
      mode: ApexEnumValue | null
    ) => rounding(() => self.setScale(checkedScale(required(scale, 1)), modeOf(mode, 2))),
    'Decimal stripTrailingZeros()': (self: Decimal) => self.stripTrailingZeros(),
    'String toPlainString()': (self: Decimal) => self.toPlainString(),
    'static Decimal valueOf(Double doubleToDecimal)': (value: ApexDouble | null) => required(value, 1).toDecimal(),
    'static Decimal valueOf(Long longToDecimal)': (value: bigint | null) => Decimal.fromLong(required(value, 1)),
    'static Decimal valueOf(String stringToDecimal)': (text: string | null) => parseDecimal(required(text, 1))
  }
});

/** "Decimal Class": a scale is between -33 and 33. */
function checkedScale(scale: number): number {
  if (scale < -33 || scale > 33) throw new MathException('Scale must be between -33 and 33');
  return scale;
}

/** "Decimal Class": an exponent is between 0 and 32,767. */
function power(self: Decimal, exponent: number): Decimal {
  if (exponent < 0 || exponent > 32767) throw new MathException('Exponent must be between 0 and 32767');
  return self.power(exponent);
}
