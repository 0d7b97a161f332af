import { components } from './components';
import { CLASS_METADATA, problemsWith } from './testing/seeded-project';

const PANEL = 'force-app/lwc/panel';

/** Problems of a component `c/panel` with this script and template. */
function panel(script: string, template = '<template></template>', others = {}): Promise<string[]> {
  return problemsWith(components, { [`${PANEL}/panel.ts`]: script, [`${PANEL}/panel.html`]: template, ...others });
}

const EMPTY = "import { LightningElement } from 'lwc';\nexport default class Panel extends LightningElement {}\n";

describe('lwc compiler', () => {
  it('accepts a component whose references exist', async () => {
    const script = `import { LightningElement, api } from 'lwc';
import load from '@salesforce/apex/PanelController.load';
import title from '@salesforce/label/c.Panel_Title';
export default class Panel extends LightningElement {
  @api recordId?: string;
  title: string = title;
  load(): Promise<string> { return load<string>({ id: this.recordId }); }
}`;
    const labels = `<CustomLabels xmlns="http://soap.sforce.com/2006/04/metadata"><labels>
      <fullName>Panel_Title</fullName></labels></CustomLabels>`;
    const others = {
      'force-app/classes/PanelController.cls':
        'public with sharing class PanelController { @AuraEnabled(cacheable=true) public static String load(Id id) { return id; } }',
      'force-app/classes/PanelController.cls-meta.xml': CLASS_METADATA,
      'force-app/labels/CustomLabels.labels-meta.xml': labels
    };
    expect(
      await panel(script, '<template><lightning-button label={title}></lightning-button></template>', others)
    ).toEqual([]);
  });

  it("says where the platform's compiler refuses a template", async () => {
    const [problem] = await panel(EMPTY, '<template>{a.b()}</template>');
    expect(problem).toMatch(/^force-app\/lwc\/panel\/panel\.html:1:\d+: .*LWC1060/);
  });

  it('says where TypeScript cannot be compiled', async () => {
    const [problem] = await panel('export default class { x: = 1 }');
    expect(problem).toMatch(/panel\.ts:1:\d+: Type expected\.$/);
  });

  it('names Apex methods, labels and components that do not exist', async () => {
    const script = `import { LightningElement } from 'lwc';
import load from '@salesforce/apex/Nowhere.load';
import title from '@salesforce/label/c.No_Title';
import { helper } from 'c/noHelper';
export default class Panel extends LightningElement { a = load; b = title; c = helper; }`;
    expect(await panel(script, '<template><lightning-buton></lightning-buton></template>')).toEqual([
      'force-app/lwc/panel/panel.html:1: The platform has no component "lightning/buton".',
      'force-app/lwc/panel/panel.js:2: There is no Apex class "Nowhere".',
      'force-app/lwc/panel/panel.js:3: There is no custom label "c.No_Title".',
      'force-app/lwc/panel/panel.js:4: There is no component "c/noHelper".'
    ]);
  });

  it('names an Apex method that components cannot call', async () => {
    const script = `import { LightningElement } from 'lwc';
import load from '@salesforce/apex/PanelController.load';
export default class Panel extends LightningElement { load = load; }`;
    const controller = {
      'force-app/classes/PanelController.cls': 'public class PanelController { public static void load() {} }'
    };
    expect(await panel(script, undefined, controller)).toEqual([
      'force-app/lwc/panel/panel.js:2: Apex class PanelController has no public static @AuraEnabled method "load".'
    ]);
  });

  it('names compiled scripts that were left behind', async () => {
    const stray = { [`${PANEL}/old.js`]: 'export const old = 1;\n' };
    expect(await panel(EMPTY, undefined, stray)).toEqual([
      'force-app/lwc/panel/old.js has no TypeScript beside it: remove it, or write it as .ts.'
    ]);
  });
});
