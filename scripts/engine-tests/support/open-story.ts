import { spawnInsightsApi } from '../../insights-api/spawn';
import { createFolder } from '../../insights-api/testing/report-fixture';
import { EngineOrg } from './engine-org';
import { addContacts, FIELDS, limitSlices, REPORT, saveIntegration } from './story';

/** An org with the contacts and the integration of the story, and a stand-in that serves its report. */
export interface OpenStory {
  readonly org: EngineOrg;
  readonly integrationId: string;
  close(): Promise<void>;
}

/**
 * Opens the story with slices of three rows, so that its report takes three of them.
 * @param customerFiles what a customer has in the org besides, by path
 */
export async function openStory(customerFiles?: Readonly<Record<string, string>>): Promise<OpenStory> {
  const { folder, remove } = createFolder({ 'story.csv': REPORT });
  const api = await spawnInsightsApi({ reports: folder });
  const org = await EngineOrg.open({ url: api.url, fields: FIELDS, customerFiles });
  addContacts(org);
  limitSlices(org, 3);
  const close = async (): Promise<void> => {
    org.close();
    await api.close();
    remove();
  };
  return { org, integrationId: saveIntegration(org), close };
}
