/** The environment variable that tells the app how far its clock is ahead, in milliseconds. */
export const CLOCK_SHIFT = 'BROWSER_TESTS_CLOCK_SHIFT';

/**
 * Noon of a Wednesday: every test file begins then. At the hour the org would run what is due, at nine all integrations of
 * the sample; and a test that goes on over midnight would find yesterday's runs.
 */
const BEGIN = Date.UTC(2026, 10, 18, 12, 5);

/** How far the clocks of app and pages are ahead of the machine's, in milliseconds. */
export const clockShift = BEGIN - Date.now();
