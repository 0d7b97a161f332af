import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { metadataFiles } from './metadata-files';
import { readProject } from './project';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'project-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

// "Multiple Package Directories", Salesforce DX Developer Guide: an org has one class of a name.
test('of a class in two package directories the first counts, and a trigger of the same name is another thing', () => {
  const packageDirectories = [{ path: 'main' }, { path: 'samples' }, { path: '.' }];
  write('sfdx-project.json', JSON.stringify({ packageDirectories, sourceApiVersion: '60.0' }));
  write('main/Thing.cls', 'public class Thing {}');
  write('samples/thing.cls', 'public class thing {}');
  write('samples/Thing.trigger', 'trigger Thing on Account (before insert) {}');
  const found = readProject(folder).apexFiles.map(({ kind, path }) => [kind, path.slice(folder.length + 1)]);
  expect(found).toEqual([
    ['class', join('main', 'Thing.cls')],
    ['trigger', join('samples', 'Thing.trigger')]
  ]);
});

// "Metadata Types and Their Files", Metadata API Developer Guide: there, file names end without `-meta.xml`.
test('labels, workflow rules and flows stand in files of the metadata format too', () => {
  write('src/labels/CustomLabels.labels', '<CustomLabels/>');
  write('src/workflows/Account.workflow', '<Workflow/>');
  write('src/objects/Thing__c.object', '<CustomObject/>');
  write('src/customMetadata/Thing.One.md', '<CustomMetadata/>');
  write('src/README.md', '# nothing');
  const found = metadataFiles([folder]).map(({ kind, name }) => [kind, name]);
  expect(found).toEqual([
    ['md', 'Thing.One'],
    ['labels', 'CustomLabels'],
    ['object', 'Thing__c'],
    ['workflow', 'Account']
  ]);
});
