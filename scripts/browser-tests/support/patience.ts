/** For whatever a page does by itself: many times what it takes, so that only a page that never does it waits so long. */
export const PATIENCE = 60_000;

/** For a whole test, or for starting the app. */
export const TEST_PATIENCE = 600_000;
