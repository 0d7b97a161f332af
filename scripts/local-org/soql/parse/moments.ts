/** Dates and times as SOQL writes them. */

const dateFields = /^(\d{4})-(\d{2})-(\d{2})/;
const timeFields = /(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:z|[+-](\d{2}):?(\d{2}))?$/i;

/** False for a date, time or datetime out of the calendar's or the clock's range; true for any other text. */
export function isPossibleMoment(type: string, text: string): boolean {
  if (type === 'date') return isPossibleDate(text);
  if (type === 'time') return isPossibleTime(text);
  return type !== 'datetime' || (isPossibleDate(text) && isPossibleTime(text));
}

function isPossibleDate(text: string): boolean {
  const [year, month, day] = (dateFields.exec(text) ?? []).slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isPossibleTime(text: string): boolean {
  const fields = (timeFields.exec(text) ?? []).slice(1).map((field) => Number(field ?? 0));
  const [hour, minute, second, zoneHour, zoneMinute] = fields;
  return hour < 24 && minute < 60 && second < 60 && zoneHour < 24 && zoneMinute < 60;
}
