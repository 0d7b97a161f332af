import type { Credential } from './tokens';

/** The key the stand-in knows unless it is given others. It opens nothing but this machine's own sample files. */
export const SAMPLE_CREDENTIAL: Credential = { key: 'sample-key', secret: 'sample-secret' };
