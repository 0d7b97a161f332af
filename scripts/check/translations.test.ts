import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const PACKAGE = resolve(__dirname, '../../force-app');
const TRANSLATED = readdirSync(join(PACKAGE, 'objectTranslations'));

const namesIn = (folder: string): string[] =>
  readdirSync(join(PACKAGE, folder))
    .filter((file) => /\.(field|fieldTranslation)-meta\.xml$/.test(file))
    .map((file) => file.split('.')[0])
    .sort();

const textsOf = (file: string, tag: string): string[] =>
  [...readFileSync(join(PACKAGE, file), 'utf8').matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'g'))].map(
    ([, text]) => text
  );

test.each(TRANSLATED)('%s says every field of its object', (folder) => {
  const [object] = folder.split('-');
  expect(namesIn(`objectTranslations/${folder}`)).toEqual(namesIn(`objects/${object}/fields`));
});

test('the objects of the report types are translated, and so are the types and their sections', () => {
  expect(TRANSLATED).toEqual(expect.arrayContaining(['Integration__c-fr', 'Sync_Day__c-fr', 'Sync_Run__c-fr']));
  const names = textsOf('translations/fr.translation-meta.xml', 'name');
  for (const file of readdirSync(join(PACKAGE, 'reportTypes'))) {
    expect(names).toContain(file.split('.')[0]);
    expect(names).toEqual(expect.arrayContaining(textsOf(`reportTypes/${file}`, 'masterLabel')));
  }
});
