import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';

const TARGET = 'lightning__RecordPage';

/** A component that an admin may put on record pages. */
export interface RecordComponent {
  name: string;
  label: string;
  /** The objects whose pages it is for; empty for all. */
  objects: string[];
}

interface TargetConfiguration {
  '@_targets'?: string;
  objects?: { object?: string | string[] };
}

interface BundleMetadata {
  LightningComponentBundle: {
    isExposed?: string;
    masterLabel?: string;
    targets?: { target?: string | string[] };
    targetConfigs?: { targetConfig?: TargetConfiguration | TargetConfiguration[] };
  };
}

const parser = new XMLParser({ parseTagValue: false, ignoreAttributes: false });

/**
 * The components of a package that record pages may show.
 * @see "XML Configuration File Elements", LWC Developer Guide
 */
export function readRecordComponents(packageFolder: string): RecordComponent[] {
  const folder = join(packageFolder, 'lwc');
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return names.flatMap((name) => {
    const file = join(folder, name, `${name}.js-meta.xml`);
    return existsSync(file) ? componentIn(name, parser.parse(readFileSync(file)) as BundleMetadata) : [];
  });
}

function componentIn(name: string, { LightningComponentBundle: bundle }: BundleMetadata): RecordComponent[] {
  const isFor = [bundle.targets?.target ?? []].flat().includes(TARGET);
  if (bundle.isExposed !== 'true' || !isFor) {
    return [];
  }
  const configurations = [bundle.targetConfigs?.targetConfig ?? []].flat();
  const objects = configurations
    .filter((configuration) => configuration['@_targets']?.split(',').some((target) => target.trim() === TARGET))
    .flatMap((configuration) => configuration.objects?.object ?? []);
  return [{ name, label: bundle.masterLabel ?? name, objects }];
}
