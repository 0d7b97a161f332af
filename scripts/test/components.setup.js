// Adds `await expect(element).toBeAccessible()` to the unit tests of the components.
const { registerSa11yMatcher } = require('@sa11y/jest');

registerSa11yMatcher();
