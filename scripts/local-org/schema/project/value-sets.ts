/** Global value sets of a project, and the reading of one picklist value. */
import type { PicklistValueDefinition } from '../model';
import { flag, nodes, readMetadata, text, type MetadataFile, type XmlNode } from '../../project/metadata-files';

/** Value sets by name. */
export interface ValueSets {
  /** @throws Error when the project has no such value set */
  global(name: string): readonly PicklistValueDefinition[];
}

/** Reads the `globalValueSet` files. */
export function readValueSets(files: readonly MetadataFile[]): ValueSets {
  const sets = new Map<string, readonly PicklistValueDefinition[]>();
  for (const file of files) {
    if (file.kind !== 'globalValueSet') continue;
    sets.set(file.name.toLowerCase(), nodes(readMetadata(file.path), 'customValue').map(picklistValue));
  }
  return {
    global(name) {
      const values = sets.get(name.toLowerCase());
      if (!values) throw new Error(`The project has no global value set ${name}.`);
      return values;
    }
  };
}

/** One value; it is active unless its metadata says otherwise ("CustomValue", Metadata API Developer Guide). */
export function picklistValue(node: XmlNode): PicklistValueDefinition {
  const value = text(node, 'fullName') ?? '';
  return {
    value,
    label: text(node, 'label') ?? value,
    active: text(node, 'isActive') !== 'false',
    isDefault: flag(node, 'default')
  };
}
