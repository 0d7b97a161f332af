import { userLocale } from '../running-user';

const formats = new Map<string, Intl.NumberFormat>();

/**
 * A number in the running user's locale: grouped, with three decimals at most, half even, as `java.text.NumberFormat`.
 * @param digits plain digits, so that no precision is lost
 */
export function formatNumber(digits: string): string {
  const locale = userLocale();
  let format = formats.get(locale);
  if (!format) {
    // `roundingMode` and numbers as text are newer than the type declarations.
    const options = { maximumFractionDigits: 3, roundingMode: 'halfEven' } as Intl.NumberFormatOptions;
    format = new Intl.NumberFormat(locale, options);
    formats.set(locale, format);
  }
  return format.format(digits as unknown as number);
}
