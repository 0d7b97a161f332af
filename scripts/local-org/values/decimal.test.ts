/** Expected results were taken from java.math.BigDecimal of OpenJDK 17 (quotients with MathContext.DECIMAL128). */
import { Decimal } from './decimal';
import { ApexDouble } from './double';
import type { RoundingMode } from './decimal-units';

const decimal = (text: string): Decimal => Decimal.literal(text);

describe('Decimal', () => {
  test.each([
    ['1', '3', '4', '-2', '3', '0.3333333333333333333333333333333333'],
    ['10.00', '2.0', '12.00', '8.00', '20.000', '5.0'],
    ['2.10', '2.0', '4.10', '0.10', '4.200', '1.05'],
    ['-7', '2.0', '-5.0', '-9.0', '-14.0', '-3.5'],
    ['0.00', '7.5', '7.50', '-7.50', '0.000', '0.0'],
    ['1E+3', '3', '1003', '997', '3E+3', '333.3333333333333333333333333333333'],
    ['99999999999999.99', '99999999999999.99', '199999999999999.98', '0.00', '9999999999999998000000000000.0001', '1'],
    ['1.10', '0.0000001', '1.1000001', '1.0999999', '1.10E-7', '1.10E+7']
  ])('%s and %s: sum, difference, product, quotient', (left, right, sum, difference, product, quotient) => {
    const [a, b] = [decimal(left), decimal(right)];
    expect([a.add(b), a.subtract(b), a.multiply(b), a.divide(b)].map(String)).toEqual([
      sum,
      difference,
      product,
      quotient
    ]);
  });

  test.each<[RoundingMode, string[]]>([
    ['CEILING', ['6', '2', '-1', '-2']],
    ['DOWN', ['5', '1', '-1', '-2']],
    ['FLOOR', ['5', '1', '-2', '-3']],
    ['HALF_DOWN', ['5', '1', '-1', '-3']],
    ['HALF_EVEN', ['6', '1', '-1', '-3']],
    ['HALF_UP', ['6', '1', '-1', '-3']],
    ['UP', ['6', '2', '-2', '-3']]
  ])('%s rounds 5.5, 1.1, -1.1, -2.7 as the table in "Decimal Class" says', (mode, expected) => {
    const rounded = ['5.5', '1.1', '-1.1', '-2.7'].map((text) => String(decimal(text).setScale(0, mode)));
    expect(rounded).toEqual(expected);
  });

  test('numbers too large for a JavaScript number stay exact', () => {
    const large = decimal('9007199254740993');
    expect(String(large.add(Decimal.ONE))).toBe('9007199254740994');
    expect(String(large.multiply(large))).toBe('81129638414606699710187514626049');
    expect(large.subtract(Decimal.fromInteger(2)).unscaled).toBe(9007199254740991);
  });

  test.each([
    ['0.0000001', '1E-7', '0.0000001'],
    ['1.50', '1.50', '1.50'],
    ['1E+3', '1E+3', '1000']
  ])('%s prints as %s, plainly as %s', (text, printed, plain) => {
    expect([String(decimal(text)), decimal(text).toPlainString()]).toEqual([printed, plain]);
  });

  test('equality ignores the scale, keys do not ("Decimal Class", Usage)', () => {
    expect(decimal('1.1').equals(decimal('1.10'))).toBe(true);
    expect(decimal('1.1').apexKey()).not.toBe(decimal('1.10').apexKey());
  });

  test.each([
    [100, '100.0', '100.0'],
    [1e7, '1.0E7', '1.0E+7'],
    [0.0001, '1.0E-4', '0.00010'],
    [123456789.125, '1.23456789125E8', '123456789.125']
  ])('Double %d prints as %s and becomes the Decimal %s', (value, printed, converted) => {
    const double = new ApexDouble(value);
    expect([double.toApexString(), String(double.toDecimal())]).toEqual([printed, converted]);
  });
});
