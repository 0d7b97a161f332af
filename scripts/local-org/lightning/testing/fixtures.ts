import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { LightningOrg } from '../host';

/** An org of nothing but what a test gives it. */
export function orgWith(parts: Partial<LightningOrg> = {}): LightningOrg {
  return {
    callApex: () => null,
    labels: () => ({}),
    userInfo: () => ({
      id: '005000000000001AAA',
      name: 'Local Admin',
      language: 'en_US',
      locale: 'en-US',
      timeZone: 'UTC',
      currency: 'USD',
      organizationName: 'Local org',
      userPermissions: [],
      customPermissions: []
    }),
    ...parts
  };
}

/** A new folder with these files in it. */
export function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'lightning-'));
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}

/** The files of a package with one app and one tab. */
export const PACKAGE = {
  'applications/Demo.app-meta.xml':
    '<CustomApplication><label>Demo app</label><tabs>First</tabs><tabs>Second</tabs></CustomApplication>',
  'tabs/First.tab-meta.xml':
    '<CustomTab><label>First tab</label><lwcComponent>first</lwcComponent><motif>Custom67: Gears</motif></CustomTab>',
  'tabs/Second.tab-meta.xml': '<CustomTab><label>Second tab</label><lwcComponent>second</lwcComponent></CustomTab>',
  'translations/fr.translation-meta.xml':
    '<Translations><customTabs><label>Premier</label><name>First</name></customTabs></Translations>'
};
