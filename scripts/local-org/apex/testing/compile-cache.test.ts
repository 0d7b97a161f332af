import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema } from '../../database/schema/build-schema';
import { platformTypes } from '../../org/platform-types';
import { compileCached } from '../compile-cache';
import type { TypeDeclaration } from '../parse/ast';
import { parseCompilationUnit } from '../parse';

const { schema } = buildSchema({ directories: [] });

function input(source: string) {
  const unit = parseCompilationUnit(source).unit as TypeDeclaration;
  const classes = [{ name: unit.name, unit, apiVersion: 67 }];
  return { classes, sourceKeys: [source], schema, labels: new Map<string, string>(), platformTypes: platformTypes() };
}

describe('compile cache', () => {
  const folder = mkdtempSync(join(tmpdir(), 'compile-cache-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('reads what the same input compiled to, and compiles a changed one', () => {
    const first = compileCached(input('public class A { }'), folder, 'project');
    // Same address, other tree: only a compilation would look at it.
    const disguised = { ...input('public class A { Foo x; }'), sourceKeys: ['public class A { }'] };
    expect(compileCached(disguised, folder, 'project')).toEqual(first);
    const changed = compileCached(input('public class A { Foo x; }'), folder, 'project');
    expect(changed.diagnostics).toHaveLength(1);
    expect(readdirSync(folder)).toHaveLength(1);
  });
});
