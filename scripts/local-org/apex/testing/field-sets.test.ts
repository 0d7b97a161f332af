/** Expected behaviour: "FieldSet Class", Apex Reference Guide. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema } from '../../schema/build-schema';
import { platformTypes } from '../../org';
import { compileProject } from '../compile';
import type { TypeDeclaration } from '../parse/ast';
import { parseCompilationUnit } from '../parse';

const directory = mkdtempSync(join(tmpdir(), 'field-sets-'));
const folder = join(directory, 'objects/Account/fieldSets');
mkdirSync(folder, { recursive: true });
writeFileSync(
  join(folder, 'Short.fieldSet-meta.xml'),
  '<FieldSet xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>Short</fullName><label>Short</label><displayedFields><field>Name</field><isRequired>false</isRequired></displayedFields></FieldSet>'
);
const { schema } = buildSchema({ directories: [directory] });
afterAll(() => rmSync(directory, { recursive: true }));

function messagesOf(statement: string): string[] {
  const { unit } = parseCompilationUnit(`public class Sets { public static Object run() { ${statement} } }`);
  const classes = [{ name: 'Sets', unit: unit as TypeDeclaration, apiVersion: 67 }];
  const { diagnostics } = compileProject({ classes, schema, labels: new Map(), platformTypes: platformTypes() });
  return diagnostics.map(({ message }) => message);
}

test.each([
  'SObjectType.Account.fieldSets',
  'Schema.SObjectType.Account.FieldSets',
  'Account.SObjectType.getDescribe().fieldSets'
])('%s names the field sets of the object', (sets) => {
  expect(messagesOf(`Schema.FieldSet found = ${sets}.short; return found;`)).toEqual([]);
  expect(messagesOf(`return ${sets}.Long_One;`)).toEqual(['Variable does not exist: Long_One']);
  expect(messagesOf(`return ${sets}.getMap().get('Short');`)).toEqual([]);
});
