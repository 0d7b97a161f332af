import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { slugOf } from '../insights-api/reports/report-folder';
import { readLocalOrgConfiguration } from './configuration';
import { sampleFiles } from './files';

const FOLDER = resolve(__dirname, '../../config/sample-data');
const files = sampleFiles();

test.each(Object.keys(files))('%s is what the generator writes', (path) => {
  expect(readFileSync(resolve(FOLDER, path), 'utf8')).toBe(files[path]);
});

test('every integration of the sample names a report, its columns, and fields of the sample', () => {
  const { integrations, extraFields } = readLocalOrgConfiguration();
  const fields = ['Email', ...extraFields.map(({ name }) => name)];
  for (const { reportId, reportName, keyColumn, keyField, mappings } of integrations as any[]) {
    const [header] = parse(files[`reports/${reportName}.csv`]) as string[][];
    expect(slugOf(reportName)).toBe(reportId);
    expect(header).toEqual(expect.arrayContaining([keyColumn, ...mappings.map(({ column }: any) => column)]));
    expect(fields).toEqual(expect.arrayContaining([keyField, ...mappings.map(({ field }: any) => field)]));
  }
});

test('addresses of the stand-in are filled in', () => {
  const { WalkMe_Production, Report_Storage } = readLocalOrgConfiguration().namedCredentials('http://127.0.0.1:1');
  expect(WalkMe_Production).toMatchObject({
    url: 'http://127.0.0.1:1',
    tokenUrl: 'http://127.0.0.1:1/accounts/connect/token'
  });
  expect(Report_Storage).toEqual({ url: 'http://127.0.0.1:1' });
});

test('a broken configuration is named', () => {
  expect(() => readLocalOrgConfiguration('nowhere.json')).toThrow('nowhere.json cannot be read');
});
