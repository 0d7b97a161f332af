import { definePlatformType, type Implementation } from '../../../declarations/define';
import { transaction } from '../../../transaction/transaction';
import { Decimal } from '../../../values/decimal';
import { ApexDouble } from '../../../values/double';
import { MathException } from '../../../values/exceptions';
import { required } from '../../../declarations/arguments';
import { truncated, truncatedLong } from './parse';
import { raise } from './power';

/** Functions of one binary number, which exist for Double and for Decimal. */
const FUNCTIONS = {
  acos: Math.acos,
  asin: Math.asin,
  atan: Math.atan,
  cbrt: Math.cbrt,
  cos: Math.cos,
  cosh: Math.cosh,
  exp: Math.exp,
  log: Math.log,
  log10: Math.log10,
  sin: Math.sin,
  sinh: Math.sinh,
  sqrt: Math.sqrt,
  tan: Math.tan,
  tanh: Math.tanh
};

function functionMembers(): Record<string, Implementation> {
  const members: Record<string, Implementation> = {};
  for (const [name, calculate] of Object.entries(FUNCTIONS)) {
    members[`static Decimal ${name}(Decimal d)`] = (value: Decimal | null) =>
      Decimal.fromDouble(calculate(required(value, 1).toNumber()));
    members[`static Double ${name}(Double d)`] = (value: ApexDouble | null) =>
      new ApexDouble(calculate(required(value, 1).value));
  }
  return members;
}

definePlatformType({
  namespace: 'System',
  name: 'Math',
  kind: 'class',
  documentation: 'Math Class, Apex Reference Guide',
  members: {
    ...functionMembers(),
    'static get Double E': () => new ApexDouble(Math.E),
    'static get Double PI': () => new ApexDouble(Math.PI),
    'static Decimal abs(Decimal d)': (value: Decimal | null) => required(value, 1).abs(),
    'static Double abs(Double d)': (value: ApexDouble | null) => new ApexDouble(Math.abs(required(value, 1).value)),
    'static Integer abs(Integer i)': (value: number | null) => Math.abs(required(value, 1)) | 0,
    'static Long abs(Long l)': (value: bigint | null) => absoluteLong(required(value, 1)),
    'static Decimal atan2(Decimal x, Decimal y)': (x: Decimal | null, y: Decimal | null) =>
      Decimal.fromDouble(Math.atan2(required(x, 1).toNumber(), required(y, 2).toNumber())),
    'static Double atan2(Double x, Double y)': (x: ApexDouble | null, y: ApexDouble | null) =>
      new ApexDouble(Math.atan2(required(x, 1).value, required(y, 2).value)),
    'static Decimal ceil(Decimal d)': (value: Decimal | null) => required(value, 1).setScale(0, 'CEILING'),
    'static Double ceil(Double d)': (value: ApexDouble | null) => new ApexDouble(Math.ceil(required(value, 1).value)),
    'static Decimal floor(Decimal d)': (value: Decimal | null) => required(value, 1).setScale(0, 'FLOOR'),
    'static Double floor(Double d)': (value: ApexDouble | null) => new ApexDouble(Math.floor(required(value, 1).value)),
    'static Decimal max(Decimal d1, Decimal d2)': (a: Decimal | null, b: Decimal | null) =>
      required(a, 1).compareTo(required(b, 2)) >= 0 ? a : b,
    'static Double max(Double d1, Double d2)': (a: ApexDouble | null, b: ApexDouble | null) =>
      new ApexDouble(Math.max(required(a, 1).value, required(b, 2).value)),
    'static Integer max(Integer i1, Integer i2)': (a: number | null, b: number | null) =>
      Math.max(required(a, 1), required(b, 2)),
    'static Long max(Long l1, Long l2)': (a: bigint | null, b: bigint | null) =>
      required(a, 1) >= required(b, 2) ? a : b,
    'static Decimal min(Decimal d1, Decimal d2)': (a: Decimal | null, b: Decimal | null) =>
      required(a, 1).compareTo(required(b, 2)) <= 0 ? a : b,
    'static Double min(Double d1, Double d2)': (a: ApexDouble | null, b: ApexDouble | null) =>
      new ApexDouble(Math.min(required(a, 1).value, required(b, 2).value)),
    'static Integer min(Integer i1, Integer i2)': (a: number | null, b: number | null) =>
      Math.min(required(a, 1), required(b, 2)),
    'static Long min(Long l1, Long l2)': (a: bigint | null, b: bigint | null) =>
      required(a, 1) <= required(b, 2) ? a : b,
    'static Integer mod(Integer i1, Integer i2)': (a: number | null, b: number | null) =>
      remainder(required(a, 1), required(b, 2)),
    'static Long mod(Long l1, Long l2)': (a: bigint | null, b: bigint | null) =>
      remainderLong(required(a, 1), required(b, 2)),
    'static Double pow(Double base, Double exp)': (base: ApexDouble | null, exponent: ApexDouble | null) =>
      new ApexDouble(raise(required(base, 1).value, required(exponent, 2).value)),
    'static Double random()': () => new ApexDouble(transaction().org.random.next()),
    'static Decimal rint(Decimal d)': (value: Decimal | null) => required(value, 1).setScale(0),
    'static Double rint(Double d)': (value: ApexDouble | null) => new ApexDouble(halfEven(required(value, 1).value)),
    'static Integer round(Decimal d)': (value: Decimal | null) => required(value, 1).setScale(0).intValue(),
    'static Integer round(Double d)': (value: ApexDouble | null) =>
      truncated(Math.floor(required(value, 1).value + 0.5)),
    'static Long roundToLong(Decimal d)': (value: Decimal | null) => required(value, 1).setScale(0).longValue(),
    'static Long roundToLong(Double d)': (value: ApexDouble | null) =>
      truncatedLong(Math.floor(required(value, 1).value + 0.5)),
    'static Decimal signum(Decimal d)': (value: Decimal | null) => Decimal.fromInteger(required(value, 1).signum()),
    'static Double signum(Double d)': (value: ApexDouble | null) => new ApexDouble(Math.sign(required(value, 1).value))
  }
});

function absoluteLong(value: bigint): bigint {
  return BigInt.asIntN(64, value < 0n ? -value : value);
}

function remainder(dividend: number, divisor: number): number {
  if (divisor === 0) throw new MathException('Divide by 0');
  return (dividend % divisor) | 0;
}

function remainderLong(dividend: bigint, divisor: bigint): bigint {
  if (divisor === 0n) throw new MathException('Divide by 0');
  return dividend % divisor;
}

function halfEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
