import { metadata } from './metadata';
import { problemsWith } from './testing/seeded-project';

const FIELD = 'force-app/objects/Thing__c/fields/Size__c.field-meta.xml';

/** Problems of a custom field with these elements, without the file's name. */
async function field(elements: string): Promise<string[]> {
  const source = `<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">${elements}</CustomField>`;
  const problems = await problemsWith(metadata, { [FIELD]: source });
  return problems.map((problem) => problem.replace(`${FIELD}: `, ''));
}

describe('metadata types', () => {
  it('accepts what the Metadata API defines', async () => {
    expect(await field('<fullName>Size__c</fullName><label>Size</label><precision>18</precision>')).toEqual([]);
  });

  it('refuses an element that the type lacks', async () => {
    expect(await field('<sise>3</sise>')).toEqual(['CustomField has no element <sise>.']);
  });

  it('refuses a value outside an enumeration', async () => {
    const [problem] = await field('<type>Numbr</type>');
    expect(problem).toMatch(/^CustomField > type cannot be "Numbr"; one of \d+ values, such as AutoNumber\.$/);
  });

  it('refuses a boolean that is neither true nor false, and a number that is none', async () => {
    expect(await field('<unique>yes</unique><length>ten</length>')).toEqual([
      'CustomField > unique must be true or false, not "yes".',
      'CustomField > length must be a number, not "ten".'
    ]);
  });

  it('refuses a missing required element, however deep', async () => {
    const value = '<valueSet><valueSetDefinition><value><fullName>A</fullName></value></valueSetDefinition></valueSet>';
    expect(await field(value)).toContain(
      'CustomField > valueSet > valueSetDefinition > value lacks the required element <default>.'
    );
  });

  it('refuses an element given twice, and equal elements that stand apart', async () => {
    const filter = '<summaryFilterItems><field>A</field><operation>equals</operation></summaryFilterItems>';
    expect(await field(`<label>A</label><label>B</label>${filter}<scale>0</scale>${filter}`)).toEqual([
      'CustomField has <label> more than once.',
      'CustomField: all <summaryFilterItems> elements must stand together.'
    ]);
  });

  it('refuses an unknown type, a missing namespace and broken XML', async () => {
    const files = {
      'force-app/tabs/A.tab-meta.xml': '<CustomTabb xmlns="http://soap.sforce.com/2006/04/metadata"/>',
      'force-app/tabs/B.tab-meta.xml': '<CustomTab><motif>Custom1: Heart</motif></CustomTab>',
      'force-app/tabs/C.tab-meta.xml': '<CustomTab>'
    };
    expect(await problemsWith(metadata, files)).toEqual([
      'force-app/tabs/A.tab-meta.xml: "CustomTabb" is not a type of the Metadata API.',
      'force-app/tabs/B.tab-meta.xml: <CustomTab> must have xmlns="http://soap.sforce.com/2006/04/metadata".',
      expect.stringMatching(/^force-app\/tabs\/C\.tab-meta\.xml: not well-formed XML: line 1: /)
    ]);
  });
});
