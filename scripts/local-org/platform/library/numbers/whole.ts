import { definePlatformType } from '../../../declarations/define';
import { ApexDouble } from '../../../values/double';
import { TypeException } from '../../../values/exceptions';
import { stringOf } from '../../../values/text';
import { required } from '../../../declarations/arguments';
import { objectMembers } from '../object';
import { formatNumber } from './format';
import { doubleOf, integerOf, parseDouble, parseInteger, parseLong, truncated, truncatedLong } from './parse';

definePlatformType({
  namespace: 'System',
  name: 'Integer',
  kind: 'class',
  documentation: 'Integer Class, Apex Reference Guide',
  members: {
    ...objectMembers,
    'static get Integer MAX_VALUE': () => 2147483647,
    'static get Integer MIN_VALUE': () => -2147483648,
    'String format()': (self: number) => formatNumber(String(self)),
    'static Integer valueOf(String stringToInteger)': (text: string | null) => parseInteger(required(text, 1)),
    // A null Decimal field gives null (the tests of declarative-lookup-rollup-summaries rely on it).
    'static Integer valueOf(Object fieldValue)': integerOf
  }
});

definePlatformType({
  namespace: 'System',
  name: 'Long',
  kind: 'class',
  documentation: 'Long Class, Apex Reference Guide',
  members: {
    ...objectMembers,
    'static get Long MAX_VALUE': () => 9223372036854775807n,
    'static get Long MIN_VALUE': () => -9223372036854775808n,
    'String format()': (self: bigint) => formatNumber(String(self)),
    'Integer intValue()': (self: bigint) => Number(BigInt.asIntN(32, self)),
    'static Long valueOf(String stringToLong)': (text: string | null) => parseLong(required(text, 1))
  }
});

definePlatformType({
  namespace: 'System',
  name: 'Double',
  kind: 'class',
  javaScriptClass: ApexDouble,
  documentation: 'Double Class, Apex Reference Guide',
  members: {
    ...objectMembers,
    'static get Double MAX_VALUE': () => new ApexDouble(Number.MAX_VALUE),
    'static get Double MIN_VALUE': () => new ApexDouble(Number.MIN_VALUE),
    'String format()': (self: ApexDouble) => formatNumber(self.toDecimal().toPlainString()),
    'Integer intValue()': (self: ApexDouble) => truncated(self.value),
    'Long longValue()': (self: ApexDouble) => truncatedLong(self.value),
    'Long round()': (self: ApexDouble) => truncatedLong(Math.floor(self.value + 0.5)),
    'static Double valueOf(String stringToDouble)': (text: string | null) => parseDouble(required(text, 1)),
    'static Double valueOf(Object fieldValue)': doubleOf
  }
});

/** Of what is neither Boolean nor text there is no Boolean value; how the platform words that is not documented. */
function booleanOf(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof required(value, 1) === 'string') return (value as string).toLowerCase() === 'true';
  throw new TypeException(`Invalid boolean: ${stringOf(value)}`);
}

definePlatformType({
  namespace: 'System',
  name: 'Boolean',
  kind: 'class',
  documentation: 'Boolean Class, Apex Reference Guide',
  members: {
    ...objectMembers,
    'static Boolean valueOf(String stringToBoolean)': (text: string | null) =>
      required(text, 1).toLowerCase() === 'true',
    'static Boolean valueOf(Object fieldValue)': booleanOf
  }
});
