/**
 * In which mode a database method runs.
 * @see "AccessLevel Class", Apex Reference Guide
 */
import { execution } from '../../transaction/execution';
import { definePlatformType } from '../../declarations/define';

/** `System.AccessLevel`. */
export class AccessLevel {
  readonly mode: 'user' | 'system';

  constructor(mode: 'user' | 'system') {
    this.mode = mode;
  }

  toApexString(): string {
    return `System.AccessLevel.${this.mode.toUpperCase()}_MODE`;
  }
}

export const USER_MODE = new AccessLevel('user');
export const SYSTEM_MODE = new AccessLevel('system');

/** Whether a call checks permissions: as its argument says, else as the API version of the calling class has it. */
export function isUserMode(access: AccessLevel | null): boolean {
  return (access?.mode ?? execution.access) === 'user';
}

definePlatformType({
  name: 'AccessLevel',
  namespace: 'System',
  kind: 'class',
  javaScriptClass: AccessLevel,
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_AccessLevel.htm',
  members: {
    'static get System.AccessLevel USER_MODE': () => USER_MODE,
    'static get System.AccessLevel SYSTEM_MODE': () => SYSTEM_MODE
  }
});
