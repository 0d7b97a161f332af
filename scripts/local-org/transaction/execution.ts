/** How the code that runs now sees records. */

interface Execution {
  /** Set by methods of classes that say `with sharing` or `without sharing`; null before the first of them. */
  sharing: 'with' | 'without' | null;
  /**
   * Mode of a `Database` method that is called without an AccessLevel, by the API version of the calling class; set
   * just before each such call.
   */
  access: 'user' | 'system';
}

/** The one execution there is at a time. */
export const execution: Execution = { sharing: null, access: 'system' };
