/** Debug logs: what a transaction did, as the platform prints it. */
export { debugLogOf } from './current';
export type { DebugLog } from './debug-log';
export { logCallout, logCodeUnit, logDebug, logDml, logException, logQuery, logValidation } from './events';
export { CATEGORIES, isLevel, LEVELS, parseLevels, USUAL_LEVELS, type LogCategory, type LogLevels } from './levels';
export { DebugLogRecorder, type FinishedLog, type LogKeeper } from './recorder';
