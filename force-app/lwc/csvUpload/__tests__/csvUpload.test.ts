import addPiece from '@salesforce/apex/ReportController.addPiece';
import finishUpload from '@salesforce/apex/ReportController.finishUpload';
import CsvUpload from 'c/csvUpload';
import { all, clear, details, one, settle, show } from '../../runs/__tests__/fixtures';
import { send } from '../../wizardState/__tests__/fixtures';

jest.mock('@salesforce/apex/ReportController.addPiece', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ReportController.finishUpload', () => ({ default: jest.fn() }), { virtual: true });

const added = addPiece as unknown as jest.Mock;
const finished = finishUpload as unknown as jest.Mock;

/** A file, with what jsdom leaves out of it. */
function fileOf(text: string): File {
  const blob = new Blob([text]);
  return Object.assign(blob, { name: 'NPS answers.csv' }) as unknown as File;
}

/** Waits for the end of an upload. Files are read outside of the page, so that promises alone are not waited for. */
async function ended(element: HTMLElement): Promise<void> {
  await settle();
  while (all(element, 'lightning-progress-bar').length > 0) {
    await new Promise((done) => setTimeout(done));
  }
}

async function upload(element: HTMLElement, text: string): Promise<void> {
  send(one(element, 'lightning-input'), 'change', { files: [fileOf(text)] });
  await ended(element);
}

beforeEach(() => {
  jest.resetAllMocks();
  added.mockImplementation(({ position }) => Promise.resolve(`068${position}`));
  finished.mockResolvedValue('069');
});
afterEach(clear);

describe('c-csv-upload', () => {
  it('sends a file and tells which one it has become', async () => {
    const element = show('c-csv-upload', CsvUpload, { documentId: '' });
    const uploaded = details(element, 'uploaded');
    await upload(element, 'a,b\n');
    expect(added).toHaveBeenCalledWith({ fileName: 'NPS answers.csv', position: 1, content: btoa('a,b\n') });
    expect(finished).toHaveBeenCalledWith({ fileName: 'NPS answers.csv', pieceIds: ['0681'], documentId: null });
    expect(uploaded).toEqual([{ id: '069', name: 'NPS answers' }]);
    await expect(element).toBeAccessible();
  });

  it('sends a large file piece by piece, as the next version where there is one', async () => {
    const element = show('c-csv-upload', CsvUpload, { documentId: '0690' });
    await upload(element, 'x'.repeat(750_001));
    expect(added).toHaveBeenCalledTimes(2);
    expect(finished.mock.calls[0][0]).toMatchObject({ pieceIds: ['0681', '0682'], documentId: '0690' });
  });

  it('says why it failed, and tries again', async () => {
    added.mockRejectedValueOnce({ body: { message: 'Storage is full.' } });
    const element = show('c-csv-upload', CsvUpload, { documentId: '' });
    const uploaded = details(element, 'uploaded');
    await upload(element, 'a');
    expect(one(element, 'c-problem-panel')).toMatchObject({ problem: { message: 'Storage is full.' } });
    send(one(element, 'c-problem-panel'), 'retry');
    await ended(element);
    expect(uploaded).toHaveLength(1);
    expect(all(element, 'c-problem-panel')).toHaveLength(0);
  });
});
