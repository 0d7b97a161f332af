/** Expected values: "Supported Time Zones", "Supported Locales" and "Supported Languages", Salesforce Help. */
import { isTimeZone } from '../values/time-zone';
import { standardObjects } from './standard-objects';

const user = standardObjects().find(({ name }) => name === 'User');
const valuesOf = (name: string): readonly { value: string; label: string }[] =>
  user?.fields.get(name.toLowerCase())?.picklistValues ?? [];

test('a user has a time zone, a locale, a language and an encoding of lists', () => {
  const labels = (name: string, value: string): string | undefined =>
    valuesOf(name).find((entry) => entry.value === value)?.label;
  expect(labels('TimeZoneSidKey', 'Europe/Paris')).toBe('(GMT+01:00) Central European Standard Time (Europe/Paris)');
  expect(labels('LocaleSidKey', 'fr_FR')).toBe('French (France)');
  expect(labels('LanguageLocaleKey', 'en_US')).toBe('English');
  expect(labels('EmailEncodingKey', 'UTF-8')).toBe('Unicode (UTF-8)');
  expect(valuesOf('LanguageLocaleKey')).toHaveLength(18);
});

test('every time zone is one', () => {
  expect(valuesOf('TimeZoneSidKey').filter(({ value }) => !isTimeZone(value))).toEqual([]);
});
