import { join } from 'node:path';
import { createFolder } from '../insights-api/testing/report-fixture';
import { spawnInsightsApi } from '../insights-api/spawn';
import type { InsightsApi } from '../insights-api/server';
import { EngineOrg } from './support/engine-org';
import { checkSums, lastRun } from './support/result';
import { addContacts, FIELDS, limitSlices, REPORT, saveIntegration } from './support/story';

let folder: ReturnType<typeof createFolder>;
let data: ReturnType<typeof createFolder>;
let api: InsightsApi;

beforeAll(async () => {
  folder = createFolder({ 'story.csv': REPORT });
  data = createFolder({});
  api = await spawnInsightsApi({ reports: folder.folder });
});

afterAll(async () => {
  await api.close();
  folder.remove();
  data.remove();
});

const start = (org: EngineOrg, integrationId: string): string => org.call('RunController', 'start', { integrationId });

describe('a field that is deleted while a run goes on', () => {
  test.each([
    ['Score__c', 'a mapped field'],
    ['Key__c', 'the key field']
  ])(
    '%s, %s: the run fails with a sentence behind its last slice, and the next one pauses the integration',
    async (gone) => {
      const options = { url: api.url, databaseFile: join(data.folder, `${gone}.db`) };
      const before = await EngineOrg.open({ ...options, fields: FIELDS });
      addContacts(before);
      limitSlices(before, 3);
      const id = saveIntegration(before);
      start(before, id);
      await before.runLinks(1);
      expect(lastRun(before)).toMatchObject({ status: 'Running', counts: { read: 3 } });
      before.close();
      const after = await EngineOrg.open({
        ...options,
        clock: before.clock,
        fields: FIELDS.filter(({ name }) => name !== gone)
      });
      const titles = (): unknown[] =>
        after.query('SELECT Title FROM Contact ORDER BY LastName').map(({ Title }) => Title);
      const known = titles();
      await after.finish();
      const run = lastRun(after);
      checkSums(after, run.id, run.counts);
      expect(run).toMatchObject({ status: 'Failed', counts: { read: 3, updated: 1 } });
      expect(run.message).toMatch(new RegExp(`${gone}.*\\.$`));
      expect(titles()).toEqual(known);
      expect(titles()).toContain('Engineer');
      start(after, id);
      await after.finish();
      expect(lastRun(after)).toMatchObject({ status: 'Failed', counts: { read: 0 } });
      const [{ State__c, Pause_Reason__c }] = after.query('SELECT State__c, Pause_Reason__c FROM Integration__c');
      expect([State__c, Pause_Reason__c]).toEqual(['Paused', lastRun(after).message]);
      expect(Pause_Reason__c).toContain(gone);
      expect(() => start(after, id)).toThrow('paused');
      expect(titles()).toEqual(known);
      after.close();
    }
  );
});
