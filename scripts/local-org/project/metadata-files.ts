/** Finds the metadata files of a Salesforce DX project and reads their XML. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';

/** One metadata file. */
export interface MetadataFile {
  readonly path: string;
  /** File name without `.kind-meta.xml`. */
  readonly name: string;
  /** `object`, `field`, `md`, `permissionset`, … */
  readonly kind: string;
}

/** Every metadata file below the given directories, in a stable order. */
export function metadataFiles(directories: readonly string[]): MetadataFile[] {
  const found: MetadataFile[] = [];
  for (const directory of directories) if (existsSync(directory)) collect(directory, found);
  return found;
}

const SKIPPED = new Set(['node_modules', 'lwc', 'aura', 'staticresources', 'documents']);

function collect(directory: string, found: MetadataFile[]): void {
  for (const entry of readdirSync(directory).sort()) {
    if (entry.startsWith('.') || SKIPPED.has(entry)) continue;
    const path = join(directory, entry);
    if (statSync(path).isDirectory()) collect(path, found);
    else {
      const match = /^(.+)\.([A-Za-z]+)-meta\.xml$/.exec(entry) ?? metadataFormat(directory, entry);
      if (match) found.push({ path, name: match[1], kind: match[2] });
    }
  }
}

/** Metadata format has no `-meta.xml`: the folder tells custom metadata from a text in Markdown. */
function metadataFormat(directory: string, entry: string): RegExpExecArray | null {
  if (basename(directory) === 'customMetadata') return /^(.+)\.(md)$/.exec(entry);
  return /^(.+)\.(flow|labels|object|permissionset|translation|workflow)$/.exec(entry);
}

/** An XML element: text, or its children by name, each a list. */
export type XmlNode = Readonly<Record<string, readonly (XmlNode | string)[]>>;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  isArray: (_name, _path, _leaf, isAttribute) => !isAttribute,
  processEntities: true,
  htmlEntities: true
});

/**
 * The root element of a metadata file.
 * @throws Error naming the file when it is not XML
 */
export function readMetadata(path: string): XmlNode {
  try {
    const document = parser.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    const rootName = Object.keys(document).find((name) => !name.startsWith('?'));
    const root = rootName === undefined ? undefined : (document[rootName] as XmlNode[])[0];
    return typeof root === 'object' ? root : {};
  } catch (error) {
    throw new Error(`${path} is not valid XML: ${(error as Error).message}`);
  }
}

/** The child elements of this name. */
export function nodes(node: XmlNode, name: string): readonly XmlNode[] {
  return (node[name] ?? []).filter((child): child is XmlNode => typeof child === 'object');
}

/** The text of the first child of this name; undefined when there is none. */
export function text(node: XmlNode, name: string): string | undefined {
  const child = node[name]?.[0];
  if (typeof child === 'string') return child;
  const inner = typeof child === 'object' ? child['#text'] : undefined;
  return inner === undefined ? undefined : String(Array.isArray(inner) ? inner[0] : inner);
}

/** The texts of all children of this name. */
export function texts(node: XmlNode, name: string): readonly string[] {
  return (node[name] ?? []).map((child) => (typeof child === 'string' ? child : String(child['#text'] ?? '')));
}

/** Whether the first child of this name says `true`. */
export function flag(node: XmlNode, name: string): boolean {
  return text(node, name)?.trim() === 'true';
}

/** The number in the first child of this name. */
export function number(node: XmlNode, name: string): number | undefined {
  const value = text(node, name);
  return value === undefined ? undefined : Number(value);
}
