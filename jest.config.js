const { jestConfig: lightningConfig } = require('@salesforce/sfdx-lwc-jest/config');

const scripts = {
  testEnvironment: 'node',
  transform: { '\\.ts$': '@swc/jest' },
  testPathIgnorePatterns: ['/node_modules/'],
  modulePathIgnorePatterns: ['<rootDir>/.cache/', '<rootDir>/.local-org/', '<rootDir>/.sf/', '<rootDir>/.sfdx/']
};

/** @type {import('jest').Config} */
module.exports = {
  cacheDirectory: '.cache/jest',
  projects: [
    {
      ...lightningConfig,
      displayName: 'lwc',
      rootDir: __dirname,
      roots: ['<rootDir>/force-app/lwc']
    },
    {
      ...scripts,
      displayName: 'scripts',
      rootDir: __dirname,
      roots: ['<rootDir>/scripts'],
      testMatch: ['**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/scripts/browser-tests/']
    },
    {
      ...scripts,
      displayName: 'browser',
      rootDir: __dirname,
      roots: ['<rootDir>/scripts/browser-tests'],
      testMatch: ['**/*.test.ts']
    }
  ]
};
