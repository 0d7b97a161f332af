import { download } from 'c/downloads';
import TemplateFields from 'c/templateFields';
import type { Draft } from 'c/wizardState';
import { all, clear, details, one, settle, show, textOf } from '../../runs/__tests__/fixtures';
import { dataWith, draftWith, send, templateWith } from '../../wizardState/__tests__/fixtures';

jest.mock('c/downloads', () => ({ download: jest.fn() }));

type Panel = HTMLElement & { draft: Draft };
const NPS = draftWith({ templateId: 'nps' });
const MISSING = {
  missing: [
    ...templateWith().fields,
    { apiName: 'NPS_Comment__c', label: 'NPS Comment', type: 'Text', length: 255 },
    { apiName: 'Done__c', label: 'Done', type: 'Checkbox' }
  ],
  setupLink: '/lightning/setup/ObjectManager/Contact',
  packageXml: '<Package/>',
  files: [{ path: 'objects/Contact.object', text: '<CustomObject/>' }]
};
const panel = (changes: object = {}): Panel =>
  show('c-template-fields', TemplateFields, { draft: NPS, data: dataWith(), ...changes });
const missing = () => dataWith({ missingFields: jest.fn().mockResolvedValue(MISSING) });

afterEach(clear);

describe('c-template-fields', () => {
  it('says nothing of a draft that starts from no use case', async () => {
    const data = dataWith();
    const element = panel({ data, draft: draftWith() });
    await settle();
    expect(textOf(element)).toBe('');
    expect(data.missingFields).not.toHaveBeenCalled();
  });

  it('names what is missing with its type, and the ways to create it', async () => {
    const data = missing();
    const element = panel({ data });
    await settle();
    expect(data.missingFields).toHaveBeenCalledWith('Contact', templateWith().fields);
    expect(textOf(element)).toContain('The object lacks these fields of the use case “NPS follow-up”:');
    expect(all(element, 'li').map((item) => item.textContent)).toEqual([
      'NPS Score – NPS_Score__c – Number(2, 0)',
      'NPS Comment – NPS_Comment__c – Text(255)',
      'Done – Done__c – Checkbox'
    ]);
    expect(one<HTMLAnchorElement>(element, 'a').getAttribute('href')).toBe(MISSING.setupLink);
    await expect(element).toBeAccessible();
  });

  it('hands out the metadata as a zip', async () => {
    const element = panel({ data: missing() });
    await settle();
    all(element, 'lightning-button')[0].click();
    const [name, type, content] = (download as jest.Mock).mock.calls[0];
    expect([name, type]).toEqual(['nps-fields.zip', 'application/zip']);
    const text = new TextDecoder().decode(content);
    expect(text).toContain('package.xml<Package/>');
    expect(text).toContain('objects/Contact.object<CustomObject/>');
  });

  it('looks again when fields may have been created, and says when all are there', async () => {
    const data = missing();
    const element = panel({ data });
    const reloaded = details(element, 'reload');
    await settle();
    data.missingFields.mockResolvedValue({ missing: [] });
    all(element, 'lightning-button')[1].click();
    await settle();
    expect(data.forget).toHaveBeenCalledWith('missing');
    expect(reloaded).toHaveLength(1);
    expect(textOf(element)).toBe(
      'The object has all fields of the use case “NPS follow-up”.Brings answers to the record.'
    );
  });

  it('follows the use case that is chosen, and says what failed', async () => {
    const data = dataWith({ missingFields: jest.fn().mockRejectedValueOnce({ body: { message: 'No.' } }) });
    const element = panel({ data, draft: draftWith() });
    await settle();
    element.draft = NPS;
    await settle();
    expect(one(element, 'c-problem-panel')).toMatchObject({ problem: { message: 'No.' } });
    data.missingFields.mockResolvedValueOnce({ missing: [] });
    send(one(element, 'c-problem-panel'), 'retry');
    await settle();
    expect(textOf(element)).toContain('The object has all fields');
  });
});
