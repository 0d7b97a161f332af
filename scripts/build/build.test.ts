import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { seededProject } from '../check/testing/seeded-project';
import { compileComponents } from './compile-components';
import { missingPlatformPackages } from './complete-lock';
import { componentPaths } from './module-paths';
import { transpileComponent } from './transpile';

describe('compiling a component', () => {
  it('removes types and leaves decorators and fields to the compiler of the platform', () => {
    const source = `import { LightningElement, api } from 'lwc';
import type { Row } from 'c/rows';
export default class Panel extends LightningElement {
  @api rows: Row[] = [];
  #open = false;
}`;
    const text = transpileComponent(source, 'panel.ts');
    expect(text).toMatch(/@api\s+rows = \[\];/);
    expect(text).toContain('#open = false;');
    expect(text).not.toContain('c/rows');
  });

  it('names the place of a syntax error', () => {
    expect(() => transpileComponent('let a: = 1;', 'panel.ts')).toThrow(/^panel\.ts:1:8: Type expected\.$/);
  });
});

describe('the build', () => {
  it('compiles in place what is newer than its compiled form, and no tests', () => {
    const source = 'force-app/lwc/panel/panel.ts';
    const { directory, remove } = seededProject({
      [source]: 'export const size: number = 1;\n',
      'force-app/lwc/panel/__tests__/panel.test.ts': 'export {};\n'
    });
    const target = path.join(directory, 'force-app/lwc/panel/panel.js');
    expect(compileComponents(directory)).toEqual({ compiled: 1, current: 0 });
    expect(readFileSync(target, 'utf8')).toBe('export const size = 1;\n');
    expect(compileComponents(directory)).toEqual({ compiled: 0, current: 1 });
    writeFileSync(path.join(directory, source), 'export const size: number = 2;\n');
    utimesSync(target, 0, 0);
    expect(compileComponents(directory)).toEqual({ compiled: 1, current: 0 });
    expect(existsSync(path.join(directory, 'force-app/lwc/panel/__tests__/panel.test.js'))).toBe(false);
    remove();
  });

  it('tells the type checker where the modules of components are', () => {
    const { directory, remove } = seededProject({ 'force-app/lwc/panel/panel.ts': 'export {};\n' });
    const paths = componentPaths(directory);
    remove();
    expect(paths['c/panel']).toEqual(['./panel/panel']);
    expect(paths['lightning/datatable']).toEqual([
      '../../node_modules/lightning-base-components/src/lightning/datatable/datatable'
    ]);
  });
});

describe('completing the lock', () => {
  it('says for which platform a package is that the lock leaves out', () => {
    const packages = {
      'node_modules/tool': { dev: true, optionalDependencies: { '@tool/linux-arm64-musl': '1.2.3' } }
    };
    expect(missingPlatformPackages({ packages })).toEqual({
      'node_modules/@tool/linux-arm64-musl': {
        version: '1.2.3',
        cpu: ['arm64'],
        dev: true,
        libc: ['musl'],
        optional: true,
        os: ['linux']
      }
    });
  });
});
