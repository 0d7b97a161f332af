import columns from '@salesforce/apex/ReportController.columns';
import missingFields from '@salesforce/apex/ReportController.missingFields';
import objects from '@salesforce/apex/ReportController.objects';
import suggest from '@salesforce/apex/ReportController.suggest';
import verdicts from '@salesforce/apex/ReportController.verdicts';
import { WizardData } from 'c/wizardData';
import { COLUMNS, templateWith } from '../../wizardState/__tests__/fixtures';

jest.mock('@salesforce/apex/ReportController.columns', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ReportController.missingFields', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ReportController.objects', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ReportController.suggest', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ReportController.verdicts', () => ({ default: jest.fn() }), { virtual: true });

const mockOf = (method: unknown): jest.Mock => method as jest.Mock;
const report = { environmentName: 'Production', sourceKind: 'Api', reportId: 'nps' } as const;

beforeEach(() => {
  jest.resetAllMocks();
  for (const method of [columns, missingFields, objects, suggest, verdicts]) {
    mockOf(method).mockImplementation(() => Promise.resolve({}));
  }
});

it('asks each question once, however often the answer is wanted', async () => {
  const data = new WizardData();
  await Promise.all([data.objects(), data.objects()]);
  await data.columns(report);
  await data.columns({ ...report });
  await data.columns({ ...report, reportId: 'onboarding' });
  expect(mockOf(objects)).toHaveBeenCalledTimes(1);
  expect(mockOf(columns).mock.calls).toEqual([[report], [{ ...report, reportId: 'onboarding' }]]);
});

it('asks again after a failure, and where an answer was forgotten', async () => {
  const data = new WizardData();
  mockOf(objects).mockRejectedValueOnce(new Error('Down.'));
  await expect(data.objects()).rejects.toThrow('Down.');
  await data.objects();
  data.forget('columns');
  await data.objects();
  expect(mockOf(objects)).toHaveBeenCalledTimes(2);
  data.forget('objects');
  await data.objects();
  expect(mockOf(objects)).toHaveBeenCalledTimes(3);
});

it('sends of a column what Apex takes, and no figures', async () => {
  const data = new WizardData();
  const column = { ...COLUMNS[0], blankShare: 0.1, distinctShare: 1 };
  const { name, type, samples } = column;
  await data.suggest({ columns: [column], objectApiName: 'Contact', keyField: 'Email', templateId: '' });
  expect(mockOf(suggest).mock.calls[0][0].input.columns).toEqual([{ name, type, samples }]);
  await data.verdicts({ columns: [column], objectApiName: 'Contact', mappings: [] });
  expect(mockOf(verdicts).mock.calls[0][0].input.columns).toEqual([{ name, type, samples }]);
});

it('asks anew for the fields of another use case', async () => {
  const data = new WizardData();
  const { fields } = templateWith();
  await data.missingFields('Contact', fields);
  await data.missingFields('Contact', []);
  expect(mockOf(missingFields).mock.calls).toEqual([
    [{ objectApiName: 'Contact', fields }],
    [{ objectApiName: 'Contact', fields: [] }]
  ]);
});
