/** XML text to nodes, read with fast-xml-parser. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { XmlException } from '../../../values/exceptions';
import { XmlNode } from './node';

const ATTRIBUTES = ':@';
const TEXT = '#text';
const CDATA = '#cdata';
const COMMENT = '#comment';

type Ordered = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  cdataPropName: CDATA,
  commentPropName: COMMENT,
  ignoreDeclaration: true,
  ignorePiTags: true
});

/**
 * Reads a document.
 * @returns its root element
 * @throws XmlException when the text is not well-formed
 */
export function parseXml(text: string): XmlNode {
  const validity = XMLValidator.validate(text);
  if (validity !== true) {
    const { msg, line, col } = validity.err;
    throw new XmlException(`Failed to parse XML due to: ${msg} (position: @${line}:${col})`);
  }
  const root = (parser.parse(text) as Ordered[]).find((entry) => isElement(tagOf(entry)));
  if (!root) throw new XmlException('Failed to parse XML due to: no root element');
  return readElement(root, null);
}

function tagOf(entry: Ordered): string {
  return Object.keys(entry).find((key) => key !== ATTRIBUTES) ?? '';
}

function isElement(tag: string): boolean {
  return tag !== '' && tag !== TEXT && tag !== CDATA && tag !== COMMENT;
}

function readElement(entry: Ordered, parent: XmlNode | null): XmlNode {
  const tag = tagOf(entry);
  const attributes = Object.entries((entry[ATTRIBUTES] ?? {}) as Record<string, string>);
  const declared = new Map(attributes.flatMap(([name, value]) => namespaceDeclaration(name, value)));
  const resolve = (prefix: string): string | null => declared.get(prefix) ?? parent?.namespaceOf(prefix) ?? null;
  const { prefix, local } = split(tag);
  const element = XmlNode.element(local, resolve(prefix), prefix === '' && resolve('') === null ? null : prefix);
  for (const [key, namespace] of declared) element.declared.set(key, namespace);
  parent?.append(element);
  for (const [name, value] of attributes) {
    if (namespaceDeclaration(name, value).length > 0) continue;
    const attribute = split(name);
    const namespace = attribute.prefix === '' ? null : element.namespaceOf(attribute.prefix);
    element.attributes.push({ name: attribute.local, namespace, value });
  }
  for (const child of entry[tag] as Ordered[]) readChild(child, element);
  return element;
}

function readChild(entry: Ordered, parent: XmlNode): void {
  const tag = tagOf(entry);
  if (isElement(tag)) readElement(entry, parent);
  else if (tag === TEXT) parent.append(XmlNode.text(String(entry[TEXT])));
  else if (tag !== '') {
    const text = (entry[tag] as Ordered[]).map((part) => String(part[TEXT])).join('');
    parent.append(tag === COMMENT ? XmlNode.comment(text) : XmlNode.text(text));
  }
}

function namespaceDeclaration(name: string, value: string): [string, string][] {
  if (name === 'xmlns') return [['', value]];
  return name.startsWith('xmlns:') ? [[name.slice(6), value]] : [];
}

function split(name: string): { prefix: string; local: string } {
  const colon = name.indexOf(':');
  return colon < 0 ? { prefix: '', local: name } : { prefix: name.slice(0, colon), local: name.slice(colon + 1) };
}
