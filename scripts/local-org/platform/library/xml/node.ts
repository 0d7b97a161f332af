/** A node of an XML document with its namespaces. @see "XmlNode Class", Apex Reference Guide */
import { XmlException } from '../../../values/exceptions';

export type XmlNodeKind = 'COMMENT' | 'ELEMENT' | 'TEXT';

/** An attribute of an element. */
export interface XmlAttribute {
  readonly name: string;
  readonly namespace: string | null;
  value: string;
}

/** One node. */
export class XmlNode {
  readonly kind: XmlNodeKind;
  readonly name: string | null;
  readonly namespace: string | null;
  prefix: string | null;
  readonly text: string;
  parent: XmlNode | null = null;
  readonly children: XmlNode[] = [];
  readonly attributes: XmlAttribute[] = [];
  /** Namespaces declared on this element by prefix; the default one has an empty prefix. */
  readonly declared = new Map<string, string>();

  constructor(
    kind: XmlNodeKind,
    parts: { name?: string; namespace?: string | null; prefix?: string | null; text?: string } = {}
  ) {
    this.kind = kind;
    this.name = parts.name ?? null;
    this.namespace = parts.namespace ?? null;
    this.prefix = parts.prefix ?? null;
    this.text = parts.text ?? '';
  }

  static element(name: string, namespace: string | null = null, prefix: string | null = null): XmlNode {
    return new XmlNode('ELEMENT', { name, namespace, prefix });
  }

  static text(text: string): XmlNode {
    return new XmlNode('TEXT', { text });
  }

  static comment(text: string): XmlNode {
    return new XmlNode('COMMENT', { text });
  }

  /** Appends a node that has no parent yet. */
  append<T extends XmlNode>(child: T): T {
    if (this.kind !== 'ELEMENT') throw new XmlException('Only elements have children');
    child.parent = this;
    this.children.push(child);
    return child;
  }

  /**
   * Appends an element. A namespace without prefix gets one of the form `ns0`; an empty prefix makes it the default
   * namespace.
   */
  appendElement(name: string, namespace: string | null, prefix: string | null): XmlNode {
    const child = this.append(XmlNode.element(name, namespace, namespace === null ? null : prefix));
    child.declareOwnNamespace();
    return child;
  }

  /** Makes sure that the namespace of this element is declared on it or around it. */
  declareOwnNamespace(): void {
    if (this.namespace === null) return;
    this.prefix ??= this.prefixOf(this.namespace) ?? this.freePrefix();
    if (this.namespaceOf(this.prefix) !== this.namespace) this.declared.set(this.prefix, this.namespace);
  }

  elements(): XmlNode[] {
    return this.children.filter((child) => child.kind === 'ELEMENT');
  }

  child(name: string, namespace: string | null): XmlNode | null {
    return this.elements().find((child) => child.name === name && child.namespace === namespace) ?? null;
  }

  /** The text directly inside this element. */
  ownText(): string {
    if (this.kind !== 'ELEMENT') return this.text;
    return this.children
      .filter((child) => child.kind === 'TEXT')
      .map((child) => child.text)
      .join('');
  }

  attribute(name: string, namespace: string | null): XmlAttribute | null {
    return this.attributes.find((found) => found.name === name && found.namespace === namespace) ?? null;
  }

  setAttribute(name: string, value: string, namespace: string | null): void {
    const existing = this.attribute(name, namespace);
    if (existing) existing.value = value;
    else this.attributes.push({ name, namespace, value });
    if (namespace !== null && this.prefixOf(namespace) === null) this.declared.set(this.freePrefix(), namespace);
  }

  /** @returns whether there was such an attribute */
  removeAttribute(name: string, namespace: string | null): boolean {
    const index = this.attributes.findIndex((found) => found.name === name && found.namespace === namespace);
    if (index >= 0) this.attributes.splice(index, 1);
    return index >= 0;
  }

  /** @returns whether it was a child */
  remove(child: XmlNode): boolean {
    const index = this.children.indexOf(child);
    if (index < 0) return false;
    this.children.splice(index, 1);
    child.parent = null;
    return true;
  }

  insertBefore(child: XmlNode, reference: XmlNode | null): XmlNode {
    child.parent?.remove(child);
    const index = reference === null ? this.children.length : this.children.indexOf(reference);
    if (index < 0) throw new XmlException('The reference node is not a child of this node');
    child.parent = this;
    this.children.splice(index, 0, child);
    return child;
  }

  /** The namespace a prefix stands for here; null when it stands for none. */
  namespaceOf(prefix: string): string | null {
    if (prefix === 'xml') return 'http://www.w3.org/XML/1998/namespace';
    return this.declared.get(prefix) ?? this.parent?.namespaceOf(prefix) ?? null;
  }

  /** A prefix that stands for a namespace here; null when there is none. */
  prefixOf(namespace: string): string | null {
    for (const [prefix, declared] of this.declared) if (declared === namespace) return prefix;
    return this.parent?.prefixOf(namespace) ?? null;
  }

  private freePrefix(): string {
    let number = 0;
    while (this.namespaceOf(`ns${number}`) !== null) number += 1;
    return `ns${number}`;
  }
}
