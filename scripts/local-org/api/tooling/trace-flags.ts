/** Who is traced: trace flags of users and their debug levels. @see "TraceFlag" and "DebugLevel", Tooling API */
import { type LogLevels, isLevel, type LogCategory } from '../../debug-log';
import { ApexDatetime } from '../../values/datetime';
import type { ToolingOrg } from './tooling-org';

/** Fields of DebugLevel by the names that logs give the categories. */
const FIELDS: Readonly<Record<LogCategory, string>> = {
  APEX_CODE: 'ApexCode',
  APEX_PROFILING: 'ApexProfiling',
  CALLOUT: 'Callout',
  DB: 'Database',
  NBA: 'Nba',
  SYSTEM: 'System',
  VALIDATION: 'Validation',
  VISUALFORCE: 'Visualforce',
  WAVE: 'Wave',
  WORKFLOW: 'Workflow'
};

const USER_LOGS: ReadonlySet<unknown> = new Set(['USER_DEBUG', 'DEVELOPER_LOG']);

/** Remembers the trace flags, since every transaction asks for them. */
export class TraceFlags {
  private readonly org: ToolingOrg;
  private flags: readonly Readonly<Record<string, unknown>>[] | null = null;

  constructor(org: ToolingOrg) {
    this.org = org;
  }

  /** To be called after trace flags or debug levels were written. */
  forget(): void {
    this.flags = null;
  }

  /** What to log of a user now; null for nothing. */
  levelsFor(userId: string): LogLevels | null {
    this.flags ??= this.org.system.find('TraceFlag');
    const now = this.org.services.clock.now();
    const flag = this.flags.find((row) => row['TracedEntityId'] === userId && isActive(row, now));
    if (!flag) return null;
    const [level] = this.org.system.find('DebugLevel', { Id: flag['DebugLevelId'] });
    return level ? levelsOf(level) : null;
  }
}

function isActive(row: Readonly<Record<string, unknown>>, now: number): boolean {
  const [start, end] = [row['StartDate'], row['ExpirationDate']];
  const hasBegun = !(start instanceof ApexDatetime) || start.milliseconds <= now;
  return USER_LOGS.has(row['LogType']) && hasBegun && end instanceof ApexDatetime && end.milliseconds > now;
}

function levelsOf(row: Readonly<Record<string, unknown>>): LogLevels {
  const levels: LogLevels = {};
  for (const [category, field] of Object.entries(FIELDS) as [LogCategory, string][]) {
    const level = String(row[field] ?? '');
    if (isLevel(level)) levels[category] = level;
  }
  return levels;
}
