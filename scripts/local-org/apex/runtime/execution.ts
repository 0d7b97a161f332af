/** How the code that runs now sees records. */

/** Set by methods of classes that say `with sharing` or `without sharing`; null before the first of them. */
export const execution: { sharing: 'with' | 'without' | null } = { sharing: null };
