/** What a debug log takes up. @see "Debug Log Levels", Salesforce Help; "DebugLevel", Tooling API */

/** The sorts of events, as the first line of a log names them. */
export const CATEGORIES = [
  'APEX_CODE',
  'APEX_PROFILING',
  'CALLOUT',
  'DB',
  'NBA',
  'SYSTEM',
  'VALIDATION',
  'VISUALFORCE',
  'WAVE',
  'WORKFLOW'
] as const;

/** From nothing to everything; each level takes up what those before it do. */
export const LEVELS = ['NONE', 'ERROR', 'WARN', 'INFO', 'DEBUG', 'FINE', 'FINER', 'FINEST'] as const;

export type LogCategory = (typeof CATEGORIES)[number];
export type LogLevel = (typeof LEVELS)[number];

/** The level of each category; one that is not named is off. */
export type LogLevels = Partial<Record<LogCategory, LogLevel>>;

/** What the platform logs where nobody says otherwise: "SFDC_DevConsole", the debug level of its own console. */
export const USUAL_LEVELS: LogLevels = {
  APEX_CODE: 'DEBUG',
  APEX_PROFILING: 'INFO',
  CALLOUT: 'INFO',
  DB: 'INFO',
  SYSTEM: 'DEBUG',
  VALIDATION: 'INFO',
  VISUALFORCE: 'INFO',
  WORKFLOW: 'INFO'
};

/** Whether a log with these levels takes up an event. */
export function takesUp(levels: LogLevels, category: LogCategory, level: LogLevel): boolean {
  return LEVELS.indexOf(levels[category] ?? 'NONE') >= LEVELS.indexOf(level);
}

/** `APEX_CODE,DEBUG;DB,INFO`: how the first line of a log tells its levels. */
export function levelsText(levels: LogLevels): string {
  const named = CATEGORIES.filter((category) => levels[category] !== undefined);
  return named.map((category) => `${category},${levels[category]}`).join(';');
}

/**
 * Reads `FINEST`, which stands for the level of Apex code, or `APEX_CODE,FINEST;DB,NONE`, which changes those it names.
 * @throws Error with a sentence for whoever typed it
 */
export function parseLevels(text: string): LogLevels {
  const upper = text.trim().toUpperCase();
  if (isLevel(upper)) return { ...USUAL_LEVELS, APEX_CODE: upper };
  const levels: LogLevels = { ...USUAL_LEVELS };
  for (const part of upper.split(';').filter(Boolean)) {
    const [category = '', level = ''] = part.split(',').map((word) => word.trim());
    if (!isCategory(category) || !isLevel(level)) throw new Error(refusal(part));
    levels[category] = level;
  }
  return levels;
}

/** Whether a word is one of the levels. */
export function isLevel(word: string): word is LogLevel {
  return (LEVELS as readonly string[]).includes(word);
}

function isCategory(word: string): word is LogCategory {
  return (CATEGORIES as readonly string[]).includes(word);
}

function refusal(part: string): string {
  const sorts = CATEGORIES.join(', ');
  return `"${part}" is no log level. Give one of ${LEVELS.join(', ')}, or pairs such as APEX_CODE,FINE;DB,INFO of ${sorts}.`;
}
