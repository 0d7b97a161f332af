import { readRecordComponents } from './record-components';
import { folderWith } from './testing/fixtures';

const bundle = (content: string) => `<LightningComponentBundle>${content}</LightningComponentBundle>`;
const target = '<targets><target>lightning__RecordPage</target></targets>';

test('finds the components that are exposed for record pages, with the objects they are for', () => {
  const folder = folderWith({
    'lwc/any/any.js-meta.xml': bundle(`<isExposed>true</isExposed><masterLabel>Any record</masterLabel>${target}`),
    'lwc/hidden/hidden.js-meta.xml': bundle(`<isExposed>false</isExposed>${target}`),
    'lwc/runs/runs.js-meta.xml': bundle(
      `<isExposed>true</isExposed>${target}<targetConfigs><targetConfig targets="lightning__RecordPage">` +
        '<objects><object>Run__c</object></objects></targetConfig></targetConfigs>'
    ),
    'lwc/tab/tab.js-meta.xml': bundle('<isExposed>true</isExposed><targets><target>lightning__Tab</target></targets>')
  });
  expect(readRecordComponents(folder)).toEqual([
    { name: 'any', label: 'Any record', objects: [] },
    { name: 'runs', label: 'runs', objects: ['Run__c'] }
  ]);
});
