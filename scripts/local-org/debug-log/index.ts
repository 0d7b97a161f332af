/** Debug logs: what a transaction did, as the platform prints it. */
export { debugLogOf } from './current';
export type { DebugLog } from './debug-log';
export { isLevel, LEVELS, parseLevels, USUAL_LEVELS, type LogLevels } from './levels';
export { DebugLogRecorder, type FinishedLog, type LogKeeper } from './recorder';
