/**
 * Names of date literals: "SOQL and SOSL Reference", Date Formats and Date Literals in WHERE
 * (https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_dateformats.htm).
 */
const periods = ['WEEK', 'MONTH', 'QUARTER', 'YEAR', 'FISCAL_QUARTER', 'FISCAL_YEAR'];
const countedPeriods = ['DAY', ...periods];

const plain = new Set([
  'YESTERDAY',
  'TODAY',
  'TOMORROW',
  'LAST_90_DAYS',
  'NEXT_90_DAYS',
  ...periods.flatMap((period) => [`LAST_${period}`, `THIS_${period}`, `NEXT_${period}`])
]);

const counted = new Set(
  countedPeriods.flatMap((period) => [`LAST_N_${period}S`, `NEXT_N_${period}S`, `N_${period}S_AGO`])
);

/** Is this (upper-case) name a date literal that stands alone? */
export function isDateLiteral(name: string): boolean {
  return plain.has(name);
}

/** Is this (upper-case) name a date literal that takes `:n`? */
export function isDateLiteralWithCount(name: string): boolean {
  return counted.has(name);
}
