const { jestConfig: lightningConfig } = require('@salesforce/sfdx-lwc-jest/config');

// LWC 9 is published as ES modules with a CommonJS form beside each, which is what jest can load
const LWC_PACKAGES =
  'babel-plugin-component|compiler|engine-dom|engine-server|errors|features|module-resolver|rollup-plugin|shared|' +
  'ssr-compiler|style-compiler|synthetic-shadow|template-compiler|wire-service';
const lwcModules = {
  [`^@lwc/(${LWC_PACKAGES})$`]: '<rootDir>/node_modules/@lwc/$1/dist/index.cjs'
};

const scripts = {
  testEnvironment: 'node',
  transform: {
    '\\.ts$': ['@swc/jest', { swcrc: false, jsc: { parser: { syntax: 'typescript' }, target: 'es2023' } }]
  },
  moduleNameMapper: lwcModules,
  testPathIgnorePatterns: ['/node_modules/'],
  modulePathIgnorePatterns: ['<rootDir>/.cache/', '<rootDir>/.local-org/', '<rootDir>/.sf/', '<rootDir>/.sfdx/']
};

// projects take neither the cache nor the root from what is around them
const everywhere = { rootDir: __dirname, cacheDirectory: '<rootDir>/.cache/jest' };

/** @type {import('jest').Config} */
module.exports = {
  globalSetup: '<rootDir>/scripts/test/jest-run.setup.ts',
  // far more than any test takes on a busy machine: this is only for those that hang
  testTimeout: 300_000,
  // jest leaves one core to itself, which on a machine with two is half of it
  maxWorkers: '100%',
  projects: [
    {
      ...lightningConfig,
      displayName: 'lwc',
      ...everywhere,
      roots: ['<rootDir>/force-app/lwc'],
      testMatch: ['**/__tests__/**/*.test.ts'],
      moduleNameMapper: {
        '^lwc$': '<rootDir>/node_modules/@lwc/engine-dom/dist/index.cjs',
        '^lightning/modal$': '<rootDir>/scripts/test/stubs/modal/modal.js',
        ...lwcModules
      },
      setupFilesAfterEnv: [
        ...lightningConfig.setupFilesAfterEnv,
        '<rootDir>/scripts/test/components.setup.js',
        '<rootDir>/scripts/test/labels.setup.js'
      ],
      // the compiled form of a component is for the platform; tests compile the TypeScript themselves
      modulePathIgnorePatterns: ['<rootDir>/.cache/', '<rootDir>/.local-org/']
    },
    {
      ...scripts,
      displayName: 'scripts',
      ...everywhere,
      roots: ['<rootDir>/scripts'],
      testMatch: ['**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/scripts/browser-tests/']
    },
    {
      ...scripts,
      displayName: 'browser',
      ...everywhere,
      roots: ['<rootDir>/scripts'],
      testMatch: ['<rootDir>/scripts/browser-tests/**/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/scripts/browser-tests/support/setup.ts']
    }
  ]
};
