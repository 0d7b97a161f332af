/** Static members of String that make a text. */
import { sinceVersion } from '../../../declarations/define';
import { required } from '../../../declarations/arguments';
import { elementsOf, isIterable } from '../iterate';
import { userTimeZone } from '../running-user';
import type { ApexList } from '../../../values/list';
import type { ApexDate } from '../../../values/date';
import type { ApexDatetime } from '../../../values/datetime';
import { TypeException } from '../../../values/exceptions';
import { stringOf } from '../../../values/text';
import { indexOfDifference } from './search';
import { formatMessage } from './message-format';

/** @see "String Class", Apex Reference Guide */
export const staticMembers = {
  'static String format(String stringToFormat, List<Object> formattingArguments)': sinceVersion(
    51,
    (pattern: string | null, values: ApexList | null) =>
      formatMessage(required(pattern, 1), values?.items ?? [], 'apostrophes'),
    (pattern: string | null, values: ApexList | null) =>
      formatMessage(required(pattern, 1), values?.items ?? [], 'quotes')
  ),
  'static String fromCharArray(List<Integer> charArray)': (characters: ApexList | null) =>
    (required(characters, 1).items as number[]).map((code) => String.fromCodePoint(code)).join(''),
  'static String getCommonPrefix(List<String> strings)': (texts: ApexList | null) =>
    commonPrefix(required(texts, 1).items as (string | null)[]),
  'static String join(Object iterableObj, String separator)': (values: unknown, separator: string | null) =>
    join(required(values, 1), required(separator, 2)),
  'static String valueOf(Date dateToConvert)': (date: ApexDate | null) => date?.toIsoString() ?? null,
  'static String valueOf(Datetime datetimeToConvert)': (datetime: ApexDatetime | null) =>
    datetime?.toLocalString(userTimeZone()) ?? null,
  'static String valueOf(Decimal decimalToConvert)': valueOf,
  'static String valueOf(Double doubleToConvert)': valueOf,
  'static String valueOf(Integer integerToConvert)': valueOf,
  'static String valueOf(Long longToConvert)': valueOf,
  'static String valueOf(Object toConvert)': valueOf,
  'static String valueOfGmt(Datetime datetimeToConvert)': (datetime: ApexDatetime | null) =>
    datetime?.toLocalString('UTC') ?? null
};

function valueOf(value: unknown): string | null {
  return value === null ? null : stringOf(value);
}

function join(values: unknown, separator: string): string {
  if (!isIterable(values)) throw new TypeException('String.join takes an Iterable');
  const parts: string[] = [];
  for (const value of elementsOf(values)) parts.push(value === null ? '' : stringOf(value));
  return parts.join(separator);
}

function commonPrefix(texts: readonly (string | null)[]): string {
  if (texts.length === 0 || texts.includes(null)) return '';
  const [first, ...others] = texts as string[];
  let prefix = first;
  for (const other of others) {
    const index = indexOfDifference(prefix, other);
    if (index >= 0) prefix = prefix.slice(0, index);
  }
  return prefix;
}
