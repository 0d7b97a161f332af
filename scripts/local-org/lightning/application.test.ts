import { readApplication, translateApplication } from './application';
import { PACKAGE, folderWith } from './testing/fixtures';

describe('reading a Lightning app', () => {
  it('takes its tabs in their order, with the component and icon of each', () => {
    const folder = folderWith(PACKAGE);
    expect(readApplication(folder)).toEqual({
      folder,
      name: 'Demo',
      label: 'Demo app',
      tabs: [
        { name: 'First', label: 'First tab', icon: 'custom:custom67', component: 'first' },
        { name: 'Second', label: 'Second tab', icon: 'standard:default', component: 'second' }
      ],
      recordComponents: [],
      recordPages: []
    });
  });

  it('names a tab that has no metadata', () => {
    const folder = folderWith({ 'applications/Demo.app-meta.xml': PACKAGE['applications/Demo.app-meta.xml'] });
    expect(() => readApplication(folder)).toThrow(
      /The tab First has no metadata: there is no file .*First\.tab-meta\.xml/
    );
  });

  it('refuses tabs that it does not model', () => {
    const flexiPage = '<CustomTab><flexiPage>Page</flexiPage></CustomTab>';
    const folder = folderWith({ ...PACKAGE, 'tabs/First.tab-meta.xml': flexiPage });
    expect(() => readApplication(folder)).toThrow(/NotModeled: the tab First/);
  });

  it('refuses to guess among several apps', () => {
    const folder = folderWith({ ...PACKAGE, 'applications/Other.app-meta.xml': '<CustomApplication/>' });
    expect(() => readApplication(folder)).toThrow('NotModeled: a package with 2 Lightning apps');
  });
});

describe('translating a Lightning app', () => {
  it('takes what the translations have and leaves the rest', () => {
    const { label, tabs } = translateApplication(readApplication(folderWith(PACKAGE)), 'fr');
    expect([label, ...tabs.map((tab) => tab.label)]).toEqual(['Demo app', 'Premier', 'Second tab']);
  });
});
