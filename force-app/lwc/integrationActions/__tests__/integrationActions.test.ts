import cancelRun from '@salesforce/apex/RunController.cancel';
import duplicate from '@salesforce/apex/IntegrationController.duplicate';
import exportText from '@salesforce/apex/IntegrationController.exportText';
import pause from '@salesforce/apex/IntegrationController.pause';
import preview from '@salesforce/apex/RunController.preview';
import removal from '@salesforce/apex/IntegrationController.removal';
import remove from '@salesforce/apex/IntegrationController.remove';
import resume from '@salesforce/apex/IntegrationController.resume';
import start from '@salesforce/apex/RunController.start';
import startAnyway from '@salesforce/apex/RunController.startAnyway';
import Confirmation from 'c/confirmation';
import { download } from 'c/downloads';
import ImportDialog from 'c/importDialog';
import { exportAll, failureHeading, importFile, performAction } from 'c/integrationActions';
import { integrationWith } from '../../runs/__tests__/fixtures';

jest.mock('@salesforce/apex/RunController.cancel', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RunController.preview', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RunController.start', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RunController.startAnyway', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/IntegrationController.duplicate', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/IntegrationController.exportText', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/IntegrationController.pause', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/IntegrationController.removal', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/IntegrationController.remove', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/IntegrationController.resume', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/importDialog', () => ({ __esModule: true, default: { open: jest.fn() } }));
jest.mock('c/downloads', () => ({ download: jest.fn() }));
jest.mock('c/confirmation', () => ({ __esModule: true, default: { open: jest.fn() } }));

const mock = (call: unknown): jest.Mock => call as jest.Mock;
const ask = Confirmation.open as jest.Mock;
const integration = integrationWith({ name: 'Zufriedenheit: été/2026' });
const { id, name } = integration;

beforeEach(() => jest.resetAllMocks());

describe('an action that starts a run', () => {
  it.each([
    ['run', start, 'has started'],
    ['runAnyway', startAnyway, 'has started'],
    ['preview', preview, 'The preview of']
  ])('%s gives the run to follow', async (action, call, said) => {
    mock(call).mockResolvedValue('new');
    const result = await performAction(action, integration);
    expect(mock(call)).toHaveBeenCalledWith({ integrationId: id });
    expect(result).toMatchObject({ runId: 'new', said: expect.stringContaining(said) });
  });
});

describe('an action that changes the list', () => {
  it.each([
    ['pause', pause, 'is paused'],
    ['resume', resume, 'is active again'],
    ['duplicate', duplicate, 'was duplicated']
  ])('%s says what it did', async (action, call, said) => {
    const result = await performAction(action, integration);
    expect(mock(call)).toHaveBeenCalledWith({ integrationId: id });
    expect(result).toMatchObject({ isListChanged: true, said: expect.stringContaining(said) });
  });

  it('hands on why it was refused, under a heading of its own', async () => {
    mock(resume).mockRejectedValue(new Error('The field is still missing.'));
    await expect(performAction('resume', integration)).rejects.toThrow('The field is still missing.');
    expect(failureHeading('resume', integration)).toBe(`${name} could not be resumed`);
  });
});

describe('cancelling', () => {
  it('asks the run to end, which takes a moment', async () => {
    const result = await performAction('cancel', { ...integration, activeRunId: 'going' });
    expect(mock(cancelRun)).toHaveBeenCalledWith({ runId: 'going' });
    expect(result).toMatchObject({ isCancelling: true });
  });
});

describe('deleting', () => {
  it('names what is lost, and does it when that is wanted', async () => {
    mock(removal).mockResolvedValue({ runs: 1204, lastRunAt: '2026-11-22T09:00:00Z' });
    ask.mockResolvedValue(true);
    expect(await performAction('delete', integration)).toMatchObject({ isListChanged: true });
    const { label, losses, destructive } = ask.mock.calls[0][0];
    expect(label).toBe(`Delete ${name}?`);
    expect(losses[1]).toContain('The log of 1,204 runs');
    expect(losses[1]).toContain('Nov 22, 2026');
    expect(destructive).toBe(true);
    expect(mock(remove)).toHaveBeenCalledWith({ integrationId: id });
  });

  it('does nothing when the user thinks better of it', async () => {
    mock(removal).mockResolvedValue({ runs: 0, lastRunAt: null });
    ask.mockResolvedValue(undefined);
    expect(await performAction('delete', integration)).toBeUndefined();
    expect(ask.mock.calls[0][0].losses).toHaveLength(1);
    expect(mock(remove)).not.toHaveBeenCalled();
  });
});

describe('exporting', () => {
  it('saves a file named after the integration', async () => {
    mock(exportText).mockResolvedValue('{}');
    await performAction('export', integration);
    expect(mock(exportText)).toHaveBeenCalledWith({ ids: [id] });
    expect(download).toHaveBeenCalledWith('zufriedenheit-ete-2026.json', 'application/json', '{}');
  });

  it('saves as many in each file as can be imported at once', async () => {
    mock(exportText).mockResolvedValue('{}');
    const many = Array.from({ length: 51 }, (_, index) =>
      integrationWith({ id: `id ${index}`, name: `Number ${index}` })
    );
    const result = await exportAll(many);
    expect(mock(exportText).mock.calls.map(([{ ids }]) => ids.length)).toEqual([25, 25, 1]);
    expect(mock(download).mock.calls.map(([file]) => file)).toEqual([
      'integrations-1-25.json',
      'integrations-26-50.json',
      'number-50.json'
    ]);
    expect(result.said).toBe('Exported: integrations 1-25, integrations 26-50, Number 50');
  });

  it('saves several in one file', async () => {
    mock(exportText).mockResolvedValue('{}');
    await exportAll([integration, integrationWith({ id: 'two' })]);
    expect(mock(exportText)).toHaveBeenCalledWith({ ids: [id, 'two'] });
    expect(download).toHaveBeenCalledWith('integrations-1-2.json', 'application/json', '{}');
  });
});

describe('importing', () => {
  it('tells how many integrations came', async () => {
    mock(ImportDialog.open).mockResolvedValue(['one', 'two']);
    expect(await importFile()).toMatchObject({
      isListChanged: true,
      said: expect.stringContaining('2 integrations were imported')
    });
  });

  it('gives nothing when the dialog is left', async () => {
    expect(await importFile()).toBeUndefined();
  });
});
