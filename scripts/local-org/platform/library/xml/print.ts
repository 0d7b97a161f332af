/** Nodes to XML text. */
import type { XmlNode } from './node';

/** A document with its declaration. */
export function printXml(root: XmlNode | null): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${root === null ? '' : printNode(root)}`;
}

function printNode(node: XmlNode): string {
  if (node.kind === 'TEXT') return escapeText(node.text);
  if (node.kind === 'COMMENT') return `<!--${node.text}-->`;
  const name = qualified(node.prefix, node.name as string);
  const start = `<${name}${namespaces(node)}${attributes(node)}`;
  if (node.children.length === 0) return `${start} />`;
  return `${start}>${node.children.map(printNode).join('')}</${name}>`;
}

function namespaces(node: XmlNode): string {
  return [...node.declared]
    .map(([prefix, namespace]) => ` ${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}="${escapeAttribute(namespace)}"`)
    .join('');
}

function attributes(node: XmlNode): string {
  return node.attributes
    .map(({ name, namespace, value }) => {
      const prefix = namespace === null ? null : node.prefixOf(namespace);
      return ` ${qualified(prefix, name)}="${escapeAttribute(value)}"`;
    })
    .join('');
}

function qualified(prefix: string | null, name: string): string {
  return prefix ? `${prefix}:${name}` : name;
}

/** Text with its markup characters escaped. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** An attribute value with its markup characters escaped. */
export function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
