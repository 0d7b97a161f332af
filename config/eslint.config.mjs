import js from '@eslint/js';
import lwc from '@lwc/eslint-plugin-lwc';
import lightning from '@salesforce/eslint-plugin-lightning';
import typescript from 'typescript-eslint';

const NODE_GLOBALS = ['process', 'console', 'Buffer', 'URL', 'fetch', 'AbortController', 'AbortSignal', 'setTimeout'];
const COMPONENTS = ['force-app/lwc/**/*.ts'];

export default typescript.config(
  {
    ignores: [
      '**/node_modules/',
      '.cache/',
      '.local-org/',
      '.sf/',
      '.sfdx/',
      'coverage/',
      'dist/',
      // compiled from the TypeScript beside it
      'force-app/lwc/**/*.js',
      // resources of the package that others wrote
      'force-app/staticresources/'
    ]
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [typescript.configs.recommended, typescript.configs.stylistic],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // a library is loaded late, by require, where loading it costs more than most commands take
      '@typescript-eslint/no-require-imports': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true }
      ],
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/class-literal-property-style': 'off',
      '@typescript-eslint/consistent-generic-constructors': 'off',
      'no-control-regex': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-console': 'off'
    }
  },
  {
    files: ['scripts/**/*.ts'],
    ignores: ['**/browser/**', 'scripts/build/lwc-types/**'],
    languageOptions: { parserOptions: { project: 'scripts/tsconfig.json', tsconfigRootDir: process.cwd() } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error'
    }
  },
  {
    files: ['**/*.js'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { require: 'readonly', module: 'writable', process: 'readonly', __dirname: 'readonly', jest: 'readonly' }
    }
  },
  {
    // modules of the platform, as unit tests of components see them
    files: ['scripts/test/stubs/**/*.js'],
    languageOptions: {
      parser: typescript.parser,
      sourceType: 'module',
      globals: { jest: 'readonly', CustomEvent: 'readonly' }
    }
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      sourceType: 'module',
      globals: Object.fromEntries(NODE_GLOBALS.map((name) => [name, 'readonly']))
    }
  },
  {
    files: ['**/*.test.ts', '**/testing/**/*.ts'],
    rules: { '@typescript-eslint/no-explicit-any': 'off' }
  },
  {
    files: ['**/*.d.ts'],
    // shims of foreign modules: what they type is decided elsewhere
    rules: { '@typescript-eslint/no-explicit-any': 'off', '@typescript-eslint/no-namespace': 'off' }
  },
  {
    files: COMPONENTS,
    ignores: ['**/__tests__/**'],
    plugins: { '@lwc/lwc': lwc, '@salesforce/lightning': lightning },
    rules: {
      '@lwc/lwc/consistent-component-name': 'error',
      '@lwc/lwc/no-api-reassignments': 'error',
      '@lwc/lwc/no-async-operation': 'error',
      'no-await-in-loop': 'error',
      '@lwc/lwc/no-attributes-during-construction': 'error',
      '@lwc/lwc/no-deprecated': 'error',
      '@lwc/lwc/no-disallowed-lwc-imports': 'error',
      '@lwc/lwc/no-document-query': 'error',
      '@lwc/lwc/no-dupe-class-members': 'error',
      '@lwc/lwc/no-inner-html': 'error',
      '@lwc/lwc/no-leading-uppercase-api-name': 'error',
      '@lwc/lwc/no-leaky-event-listeners': 'error',
      '@lwc/lwc/no-template-children': 'error',
      '@lwc/lwc/no-unknown-wire-adapters': [
        'error',
        {
          adapters: [
            { module: 'lightning/**', identifier: '*' },
            { module: '@salesforce/**', identifier: '*' }
          ]
        }
      ],
      '@lwc/lwc/prefer-custom-event': 'error',
      '@lwc/lwc/valid-api': 'error',
      '@lwc/lwc/valid-track': 'error',
      '@lwc/lwc/valid-wire': 'error',
      '@salesforce/lightning/no-aura-localization-service': 'error',
      '@salesforce/lightning/no-moment': 'error',
      '@salesforce/lightning/valid-apex-method-invocation': 'error'
    }
  }
);
