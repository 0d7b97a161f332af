import { folderWith } from '../testing/fixtures';
import { buildComponents } from './component-build';
import { componentLayer } from './component-layer';

const TEMPLATE = '<template><lightning-button label={word} onclick={act}></lightning-button></template>';

async function build(files: Record<string, string>): Promise<string> {
  return Object.values(await buildComponents(folderWith(files), ['first'])).join('\n');
}

const scriptWith = (imports: string, body = ''): Record<string, string> => ({
  'first/first.html': TEMPLATE,
  'first/first.ts': `import { LightningElement } from 'lwc';\n${imports}\nexport default class First extends LightningElement {\n  word: string = 'x';\n${body}\n}`
});

describe('bundling the components of a package', () => {
  it('compiles TypeScript and leaves the platform to its own layer', async () => {
    const code = await build(scriptWith('', '  private count: number = 1;\n  act(): void { this.count++; }'));
    expect(code).toMatch(/from ['"]lwc['"]/);
    expect(code).toMatch(/from ['"]lightning\/button['"]/);
    expect(code).not.toContain(': number');
    expect(code).toMatch(/components = \{\s*"first": \(\) => import\(/);
  });

  it('prefers the TypeScript to the JavaScript that was compiled from it', async () => {
    const code = await build({ ...scriptWith(''), 'first/first.js': 'throw new Error("stale");' });
    expect(code).not.toContain('stale');
  });

  it('takes along the components that a component uses', async () => {
    const html = '<template><c-second></c-second></template>';
    const second =
      'import { LightningElement } from "lwc"; export default class S extends LightningElement { mark = "here"; }';
    expect(await build({ ...scriptWith(''), 'first/first.html': html, 'second/second.js': second })).toContain('here');
  });

  // LWC Developer Guide, "@salesforce Modules"
  it.each([
    ['@salesforce/apex/Controller.act', 'apexMethod("Controller.act")'],
    ['@salesforce/label/c.Word', 'label("Word")'],
    ['@salesforce/user/Id', 'context.user.id'],
    ['@salesforce/customPermission/Run', 'context.user.customPermissions.includes("Run")'],
    ['@salesforce/userPermission/ViewSetup', 'context.user.userPermissions.includes("ViewSetup")'],
    ['@salesforce/i18n/locale', 'localizedValue("locale")'],
    ['@salesforce/schema/Contact.Account.Name', '{"fieldApiName":"Account.Name","objectApiName":"Contact"}'],
    ['@salesforce/schema/Contact', '{"objectApiName":"Contact"}'],
    ['@salesforce/client/formFactor', "'Large'"]
  ])('generates %s', async (module, expected) => {
    const code = await build(scriptWith(`import value from '${module}';`, '  act() { return value; }'));
    expect(code.replace(/\s/g, '')).toContain(expected.replace(/\s/g, ''));
  });

  it.each([
    ['lightning/uiRecordApi', /NotModeled: module lightning\/uiRecordApi, which .*first\.ts imports/],
    [
      '@salesforce/contentAssetUrl/logo',
      /NotModeled: module @salesforce\/contentAssetUrl\/logo, which .*first\.ts imports/
    ],
    ['@salesforce/user/Name', /NotModeled: module @salesforce\/user\/Name/],
    ['c/missing', /There is no component c\/missing, which .*first\.ts uses/]
  ])('stops by name at %s', async (module, message) => {
    await expect(build(scriptWith(`import * as value from '${module}';`, '  act() { return value; }'))).rejects.toThrow(
      message
    );
  });

  it('has a key that follows the sources but not the compiled JavaScript or the tests', () => {
    const files = scriptWith('');
    const key = (more: Record<string, string>): string =>
      componentLayer(folderWith({ ...files, ...more }), ['first'], '').id;
    const before = key({});
    expect(key({ 'first/first.js': 'x', 'first/__tests__/first.test.ts': 'x' })).toBe(before);
    expect(key({ 'first/first.css': '.a {}' })).not.toBe(before);
  });
});
