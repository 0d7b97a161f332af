import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { NotModeled } from '../values/not-modeled';

/** The page that a package gives the records of an object in place of the platform's own. */
export interface RecordPage {
  object: string;
  /** Whether it begins with the name of the record. */
  hasHighlights: boolean;
  /** Components of the package, from top to bottom. */
  components: string[];
}

interface ActionOverride {
  actionName?: string;
  content?: string;
  formFactor?: string;
  type?: string;
}

interface ObjectMetadata {
  CustomObject?: { actionOverrides?: ActionOverride | ActionOverride[] };
}

interface ComponentInstance {
  componentName: string;
  visibilityRule?: unknown;
}

interface Region {
  type?: string;
  itemInstances?: ItemInstance | ItemInstance[];
}

interface ItemInstance {
  componentInstance?: ComponentInstance;
}

interface PageMetadata {
  FlexiPage: { flexiPageRegions?: Region | Region[]; template?: { name?: string } };
}

/** The header of a record; its fields and buttons are not modelled. */
const HIGHLIGHTS = 'force:highlightsPanel';

/** Templates whose regions stand below each other. */
const ONE_COLUMN = [
  'flexipage:recordHomeSingleColTemplateDesktop',
  'flexipage:recordHomeSingleColNoHeaderTemplateDesktop'
];

const parser = new XMLParser({ parseTagValue: false });

/**
 * The record pages that a package activates for its objects, for desktops.
 * @see "FlexiPage" and "ActionOverride", Metadata API Developer Guide
 */
export function readRecordPages(packageFolder: string): RecordPage[] {
  const folder = join(packageFolder, 'objects');
  const objects = existsSync(folder) ? readdirSync(folder).sort() : [];
  return objects.flatMap((object) => {
    const page = activatedPage(join(folder, object, `${object}.object-meta.xml`));
    return page === undefined ? [] : [readPage(packageFolder, object, page)];
  });
}

function activatedPage(objectFile: string): string | undefined {
  if (!existsSync(objectFile)) {
    return undefined;
  }
  const { CustomObject } = parser.parse(readFileSync(objectFile)) as ObjectMetadata;
  return [CustomObject?.actionOverrides ?? []]
    .flat()
    .find(({ actionName, type, formFactor }) => actionName === 'View' && type === 'Flexipage' && formFactor === 'Large')
    ?.content;
}

function readPage(packageFolder: string, object: string, name: string): RecordPage {
  const file = join(packageFolder, 'flexipages', `${name}.flexipage-meta.xml`);
  if (!existsSync(file)) {
    throw new Error(
      `The object ${object} is shown on the page ${name}, which has no metadata: there is no file ${file}.`
    );
  }
  const { flexiPageRegions, template } = (parser.parse(readFileSync(file)) as PageMetadata).FlexiPage;
  if (!ONE_COLUMN.includes(template?.name ?? '')) {
    throw new NotModeled(`the template ${template?.name} of the record page ${name}`);
  }
  const names = [flexiPageRegions ?? []].flat().flatMap((region) => componentsIn(region, name));
  return {
    object,
    hasHighlights: names.includes(HIGHLIGHTS),
    components: names.filter((component) => component !== HIGHLIGHTS)
  };
}

function componentsIn({ type, itemInstances }: Region, page: string): string[] {
  return [itemInstances ?? []].flat().map(({ componentInstance }) => {
    const name = componentInstance?.componentName ?? 'a field';
    const isKnown = name === HIGHLIGHTS || /^(c:)?\w+$/.test(name);
    if (type !== 'Region' || !isKnown || !componentInstance || componentInstance.visibilityRule !== undefined) {
      throw new NotModeled(`${name} as it stands on the record page ${page}`);
    }
    return name.replace(/^c:/, '');
  });
}
