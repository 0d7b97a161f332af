import { expect } from '@playwright/test';
import { PATIENCE } from './patience';

/** Asserts what becomes true of a page sooner or later: it looks again until then, or until patience is over. */
export const eventually = expect.configure({ timeout: PATIENCE });
