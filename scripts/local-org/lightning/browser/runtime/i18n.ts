import { context } from './context';
import { NotModeled } from './notModeled';

/** The value of `@salesforce/i18n/NAME` for the running user; the base components' own (en-US) where users do not differ. */
export function localized(name: string, original: unknown): unknown {
  const value = userValues()[name];
  return value ?? original;
}

/** The value of `@salesforce/i18n/NAME` for a component of the package. */
export function localizedValue(name: string): unknown {
  const value = userValues()[name];
  if (value === undefined) {
    throw new NotModeled(`module @salesforce/i18n/${name}`);
  }
  return value;
}

function userValues(): Record<string, string | undefined> {
  const { locale, language, timeZone, currency } = context.user;
  const parts = new Intl.NumberFormat(locale).formatToParts(-1234567.8);
  const sign = (type: string): string | undefined => parts.find((part) => part.type === type)?.value;
  return {
    locale,
    lang: language.replace('_', '-'),
    timeZone,
    currency,
    'number.decimalSeparator': sign('decimal'),
    'number.groupingSeparator': sign('group'),
    'number.minusSign': sign('minusSign'),
    'number.currencySymbol': currencySymbol(locale, currency)
  };
}

function currencySymbol(locale: string, currency: string): string | undefined {
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency }).formatToParts(1);
  return parts.find((part) => part.type === 'currency')?.value;
}
