// Adds `await expect(element).toBeAccessible()` to the unit tests of the components.
const { registerSa11yMatcher } = require('@sa11y/jest');

registerSa11yMatcher();

// Every browser has these; jsdom does not.
const { TextDecoder, TextEncoder } = require('node:util');

Object.assign(globalThis, { TextDecoder, TextEncoder, Blob: require('node:buffer').Blob });
