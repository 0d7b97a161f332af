import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { NotModeled } from '../values/not-modeled';
import { readRecordComponents, type RecordComponent } from './record-components';
import { readRecordPages, type RecordPage } from './record-pages';

/** A Lightning app of the project, as its metadata describes it. */
export interface Application {
  /** The package directory that its metadata is in. */
  folder: string;
  name: string;
  label: string;
  tabs: ApplicationTab[];
  /** What record pages show besides the fields. */
  recordComponents: RecordComponent[];
  /** Pages that the package has for records of its objects. */
  recordPages: RecordPage[];
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

type TranslatedKind = 'customApplications' | 'customTabs';

interface TranslationMetadata {
  Translations: Partial<Record<TranslatedKind, Translation | Translation[]>>;
}

interface Translation {
  name: string;
  label: string;
}

const parser = new XMLParser({ parseTagValue: false });

/**
 * Reads the project's Lightning app with the tabs it lists, in its order.
 * (Metadata API Developer Guide, "CustomApplication" and "CustomTab".)
 */
export function readApplication(packageFolder: string): Application {
  const name = applicationName(join(packageFolder, 'applications'));
  const { label, tabs } = read<ApplicationMetadata>(packageFolder, 'applications', name, 'app').CustomApplication;
  return {
    folder: packageFolder,
    name,
    label,
    tabs: [tabs ?? []].flat().map((tab) => readTab(packageFolder, tab)),
    recordComponents: readRecordComponents(packageFolder),
    recordPages: readRecordPages(packageFolder)
  };
}

/** The app with the labels of its tabs and its own in a language, where the project's translations have them. */
export function translateApplication(application: Application, language: string): Application {
  const texts = readTranslations(application.folder, language);
  return {
    ...application,
    label: texts?.customApplications.get(application.name) ?? application.label,
    tabs: application.tabs.map((tab) => ({ ...tab, label: texts?.customTabs.get(tab.name) ?? tab.label }))
  };
}

function readTranslations(
  packageFolder: string,
  language: string
): Record<TranslatedKind, Map<string, string>> | undefined {
  const file = join(packageFolder, 'translations', `${language}.translation-meta.xml`);
  if (!existsSync(file)) {
    return undefined;
  }
  const { Translations } = parser.parse(readFileSync(file)) as TranslationMetadata;
  const texts = (kind: TranslatedKind): Map<string, string> =>
    new Map([Translations[kind] ?? []].flat().map(({ name, label }) => [name, label]));
  return { customApplications: texts('customApplications'), customTabs: texts('customTabs') };
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
