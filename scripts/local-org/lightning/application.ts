import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { NotModeled } from '../platform/not-modeled';

/** A Lightning app of the project, as its metadata describes it. */
export interface Application {
  name: string;
  label: string;
  tabs: ApplicationTab[];
}

/** One tab, and the component that fills it. */
export interface ApplicationTab {
  name: string;
  label: string;
  icon: string;
  component: string;
}

interface ApplicationMetadata {
  CustomApplication: { label: string; tabs?: string | string[] };
}

interface TabMetadata {
  CustomTab: { label?: string; lwcComponent?: string; motif?: string };
}

const parser = new XMLParser({ parseTagValue: false });

/**
 * Reads the project's Lightning app with the tabs it lists, in its order.
 * (Metadata API Developer Guide, "CustomApplication" and "CustomTab".)
 */
export function readApplication(packageFolder: string): Application {
  const name = applicationName(join(packageFolder, 'applications'));
  const { label, tabs } = read<ApplicationMetadata>(packageFolder, 'applications', name, 'app').CustomApplication;
  return { name, label, tabs: [tabs ?? []].flat().map((tab) => readTab(packageFolder, tab)) };
}

function applicationName(folder: string): string {
  const names = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.app-meta.xml')) : [];
  if (names.length !== 1) {
    throw new NotModeled(`a package with ${names.length} Lightning apps (in ${folder})`);
  }
  return names[0].replace('.app-meta.xml', '');
}

function readTab(packageFolder: string, name: string): ApplicationTab {
  if (name.startsWith('standard-')) {
    throw new NotModeled(`the tab ${name} of the platform`);
  }
  const { label, lwcComponent, motif } = read<TabMetadata>(packageFolder, 'tabs', name, 'tab').CustomTab;
  if (!lwcComponent) {
    throw new NotModeled(`the tab ${name}, which shows something other than a Lightning web component`);
  }
  return { name, label: label ?? name, icon: iconOf(motif), component: lwcComponent };
}

/** A motif reads `Custom20: Airplane`; the icon of that number is in the Design System's custom sprite. */
function iconOf(motif = ''): string {
  const number = /^Custom(\d+)/.exec(motif)?.[1];
  return number ? `custom:custom${number}` : 'standard:default';
}

function read<Metadata>(packageFolder: string, folder: string, name: string, ending: string): Metadata {
  const file = join(packageFolder, folder, `${name}.${ending}-meta.xml`);
  if (!existsSync(file)) {
    throw new Error(`The ${ending} ${name} has no metadata: there is no file ${file}.`);
  }
  return parser.parse(readFileSync(file)) as Metadata;
}
