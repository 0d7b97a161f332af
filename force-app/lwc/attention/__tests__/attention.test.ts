import { attentionEntries } from 'c/attention';
import { environmentWith, integrationWith, orgWith, runWith } from '../../runs/__tests__/fixtures';

const failed = integrationWith({ lastRun: runWith({ status: 'Failed', message: 'The report is gone.' }) });
const actionsOf = (entry: { actions: { name: string }[] }): string[] => entry.actions.map(({ name }) => name);

describe('what needs attention', () => {
  it('is nothing where all is well', () => {
    expect(attentionEntries([integrationWith()], orgWith())).toEqual([]);
  });

  it('is a last run that failed, with its reason and its log', () => {
    const [entry] = attentionEntries([failed]);
    expect(entry).toMatchObject({ subject: failed.name, status: 'Failed', message: 'The report is gone.' });
    expect(entry).toMatchObject({ integrationId: failed.id, runId: failed.lastRun!.id });
    expect(actionsOf(entry)).toEqual(['log']);
  });

  it('is a run that was held back, which may be run anyway', () => {
    const lastRun = runWith({ status: 'Stopped', message: 'Half of the rows are gone.' });
    const [entry] = attentionEntries([integrationWith({ lastRun })]);
    expect(entry).toMatchObject({ status: 'Stopped', message: 'Half of the rows are gone.' });
    expect(actionsOf(entry)).toEqual(['log', 'runAnyway']);
  });

  it('is rows that were left behind, told by their number', () => {
    const counts = { ...runWith().counts, read: 10, updated: 9, unchanged: 0, rejected: 1 };
    const [entry] = attentionEntries([
      integrationWith({ lastRun: runWith({ status: 'Completed with errors', counts }) })
    ]);
    expect(entry.message).toContain('9 of 10 rows updated');
  });

  it('is an integration that was paused by the package, and not one that a person paused', () => {
    const pauseReason = 'The field Score__c no longer exists.';
    const [entry, ...others] = attentionEntries([
      integrationWith({ state: 'Paused', pauseReason, lastRun: runWith({ status: 'Failed' }) }),
      integrationWith({ state: 'Paused' })
    ]);
    expect(entry).toMatchObject({ status: 'Paused automatically', message: pauseReason });
    expect(actionsOf(entry)).toEqual(['edit', 'resume']);
    expect(others).toEqual([]);
  });

  it('is an account that does not work, before the integrations that fail because of it', () => {
    const environments = [environmentWith({ status: 'Failing', statusText: 'The secret is wrong.' })];
    const entries = attentionEntries([failed], orgWith({ environments }));
    expect(entries[0]).toMatchObject({ subject: 'Account Production', message: 'The secret is wrong.' });
    expect(actionsOf(entries[0])).toEqual(['reconnect']);
    expect(entries).toHaveLength(2);
  });

  it('is an account that is missing, where integrations need it', () => {
    const missing = environmentWith({ name: 'Test', status: 'NotConnected', integrations: 2 });
    const unused = environmentWith({ name: 'Staging', status: 'NotConnected', integrations: 0 });
    const [entry, ...others] = attentionEntries([], orgWith({ environments: [missing, unused] }));
    expect(entry).toMatchObject({ subject: 'Account Test', status: 'Not connected' });
    expect(entry.message).toContain('2 integrations');
    expect(entry.actions).toEqual([{ name: 'reconnect', label: 'Connect' }]);
    expect(others).toEqual([]);
  });

  it('is a schedule without an owner and a fresh copy of a sandbox, before all else', () => {
    const dispatcher = { scheduled: false, healthy: false, message: null };
    const entries = attentionEntries([failed], orgWith({ dispatcher, sandboxCopy: { confirmed: false } }));
    expect(entries.map(actionsOf)).toEqual([['confirmCopy'], ['takeOver'], ['log']]);
    expect(entries.every(({ message }) => message.length > 0)).toBe(true);
    expect(attentionEntries([], orgWith({ sandboxCopy: { confirmed: true } }))).toEqual([]);
  });

  it('offers those who may only look nothing but the log', () => {
    const environments = [environmentWith({ status: 'Failing' })];
    const org = orgWith({ environments, canConfigure: false });
    expect(attentionEntries([failed], org).map(actionsOf)).toEqual([[], ['log']]);
  });
});
