/** Which debug log a SOAP call asks for. @see "DebuggingHeader", SOAP API Developer Guide */
import { isLevel, type LogLevels, CATEGORIES, type LogCategory } from '../debug-log';

/** What the older, single level stands for. */
const LEGACY: Readonly<Record<string, LogLevels>> = {
  DEBUGONLY: { APEX_CODE: 'DEBUG', APEX_PROFILING: 'INFO' },
  DB: { APEX_CODE: 'DEBUG', APEX_PROFILING: 'INFO', DB: 'INFO' },
  PROFILING: { APEX_CODE: 'DEBUG', APEX_PROFILING: 'FINE', DB: 'INFO' },
  CALLOUT: { APEX_CODE: 'DEBUG', APEX_PROFILING: 'INFO', CALLOUT: 'INFO', DB: 'INFO' },
  DETAIL: { APEX_CODE: 'FINEST', APEX_PROFILING: 'FINE', CALLOUT: 'INFO', DB: 'INFO', VALIDATION: 'INFO' }
};

/** The levels of a header; null when it asks for none. */
export function levelsOfHeader(header: Readonly<Record<string, unknown>> | undefined): LogLevels | null {
  if (!header) return null;
  const categories = [header['categories'] ?? []].flat() as { category?: string; level?: string }[];
  const levels: LogLevels = { ...LEGACY[String(header['debugLevel'] ?? '').toUpperCase()] };
  for (const { category = '', level = '' } of categories) {
    const name = categoryOf(category.toUpperCase());
    const word = level.toUpperCase();
    if (name && isLevel(word)) levels[name] = word;
  }
  return Object.keys(levels).length > 0 ? levels : null;
}

function categoryOf(name: string): LogCategory | undefined {
  return CATEGORIES.find((category) => category === name);
}
