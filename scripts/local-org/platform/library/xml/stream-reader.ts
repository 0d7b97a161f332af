import { definePlatformType } from '../../../declarations/define';
import { NotModeled } from '../../../values/not-modeled';
import { NoSuchElementException, XmlException } from '../../../values/exceptions';
import { platformEnumValue } from '../../../declarations/platform-enum';
import { required } from '../../../declarations/arguments';
import type { XmlNode } from './node';
import { parseXml } from './parse';

/** The constants of `System.XmlTag`. */
type XmlTag = 'START_DOCUMENT' | 'START_ELEMENT' | 'CHARACTERS' | 'COMMENT' | 'END_ELEMENT' | 'END_DOCUMENT';

/** Numbers of the events in javax.xml.stream.XMLStreamConstants. */
const EVENT_NUMBERS: Readonly<Record<XmlTag, number>> = {
  START_ELEMENT: 1,
  END_ELEMENT: 2,
  CHARACTERS: 4,
  COMMENT: 5,
  START_DOCUMENT: 7,
  END_DOCUMENT: 8
};

interface XmlEvent {
  readonly tag: XmlTag;
  readonly node: XmlNode | null;
}

/**
 * `System.XmlStreamReader`: a document event by event.
 * @see "XmlStreamReader Class", Apex Reference Guide; javax.xml.stream.XMLStreamReader
 */
export class XmlStreamReader {
  private readonly events: readonly XmlEvent[];
  private position = 0;

  constructor(text: string) {
    const root = parseXml(text);
    this.events = [{ tag: 'START_DOCUMENT', node: null }, ...eventsOf(root), { tag: 'END_DOCUMENT', node: null }];
  }

  get current(): XmlEvent {
    return this.events[this.position];
  }

  hasNext(): boolean {
    return this.position < this.events.length - 1;
  }

  next(): XmlTag {
    if (!this.hasNext()) throw new NoSuchElementException('No more elements');
    this.position += 1;
    return this.current.tag;
  }

  /** Skips white space and comments up to the next tag. */
  nextTag(): XmlTag {
    do this.next();
    while (this.current.tag === 'COMMENT' || this.isWhiteSpace());
    if (!this.is('START_ELEMENT', 'END_ELEMENT')) throw new XmlException('expected start or end tag');
    return this.current.tag;
  }

  is(...tags: readonly XmlTag[]): boolean {
    return tags.includes(this.current.tag);
  }

  isWhiteSpace(): boolean {
    return this.is('CHARACTERS') && this.text().trim() === '';
  }

  text(): string {
    return this.current.node?.text ?? '';
  }

  /**
   * The element of a start or end tag; null at any other event, which has no name, prefix or namespace. Asking there is
   * no error: published readers compare the local name of every event that passes.
   */
  named(): XmlNode | null {
    return this.is('START_ELEMENT', 'END_ELEMENT') ? this.current.node : null;
  }

  /** The element of a start or end tag, for what only an element has. */
  element(): XmlNode {
    const node = this.named();
    if (node === null) throw new XmlException('The current event is not a start or end element');
    return node;
  }
}

function* eventsOf(node: XmlNode): Generator<XmlEvent> {
  if (node.kind !== 'ELEMENT') {
    yield { tag: node.kind === 'TEXT' ? 'CHARACTERS' : 'COMMENT', node };
    return;
  }
  yield { tag: 'START_ELEMENT', node };
  for (const child of node.children) yield* eventsOf(child);
  yield { tag: 'END_ELEMENT', node };
}

function tagConstant(tag: XmlTag): unknown {
  return platformEnumValue('System.XmlTag', tag);
}

definePlatformType({
  namespace: 'System',
  name: 'XmlTag',
  kind: 'enum',
  constants: [
    'ATTRIBUTE',
    'CDATA',
    'CHARACTERS',
    'COMMENT',
    'DTD',
    'END_DOCUMENT',
    'END_ELEMENT',
    'ENTITY_DECLARATION',
    'ENTITY_REFERENCE',
    'NAMESPACE',
    'NOTATION_DECLARATION',
    'PROCESSING_INSTRUCTION',
    'SPACE',
    'START_DOCUMENT',
    'START_ELEMENT'
  ],
  documentation: 'XmlStreamReader Class, Apex Reference Guide'
});

definePlatformType({
  namespace: 'System',
  name: 'XmlStreamReader',
  kind: 'class',
  javaScriptClass: XmlStreamReader,
  documentation: 'XmlStreamReader Class, Apex Reference Guide',
  members: {
    'new(String xmlInput)': (text: string | null) => new XmlStreamReader(required(text, 1)),
    'Integer getAttributeCount()': (self: XmlStreamReader) => self.element().attributes.length,
    'String getAttributeLocalName(Integer index)': (self: XmlStreamReader, index: number | null) =>
      self.element().attributes[required(index, 1)]?.name ?? null,
    'String getAttributeNamespace(Integer index)': (self: XmlStreamReader, index: number | null) =>
      self.element().attributes[required(index, 1)]?.namespace ?? null,
    'String getAttributeValue(String namespaceUri, String localName)': (
      self: XmlStreamReader,
      namespace: string | null,
      name: string | null
    ) => self.element().attribute(required(name, 2), namespace)?.value ?? null,
    'String getAttributeValueAt(Integer index)': (self: XmlStreamReader, index: number | null) =>
      self.element().attributes[required(index, 1)]?.value ?? null,
    'System.XmlTag getEventType()': (self: XmlStreamReader) => tagConstant(self.current.tag),
    'String getLocalName()': (self: XmlStreamReader) => self.named()?.name ?? null,
    'String getLocation()': () => {
      throw new NotModeled('XmlStreamReader.getLocation');
    },
    'String getNamespace()': (self: XmlStreamReader) => self.named()?.namespace ?? null,
    'Integer getNamespaceCount()': (self: XmlStreamReader) => self.element().declared.size,
    'String getNamespacePrefix(Integer index)': (self: XmlStreamReader, index: number | null) =>
      [...self.element().declared.keys()][required(index, 1)] ?? null,
    'String getNamespaceURI(String prefix)': (self: XmlStreamReader, prefix: string | null) =>
      self.element().namespaceOf(required(prefix, 1)),
    'String getNamespaceURIAt(Integer index)': (self: XmlStreamReader, index: number | null) =>
      [...self.element().declared.values()][required(index, 1)] ?? null,
    'String getPrefix()': (self: XmlStreamReader) => self.named()?.prefix ?? null,
    'String getText()': (self: XmlStreamReader) => self.text(),
    'Boolean hasName()': (self: XmlStreamReader) => self.is('START_ELEMENT', 'END_ELEMENT'),
    'Boolean hasNext()': (self: XmlStreamReader) => self.hasNext(),
    'Boolean hasText()': (self: XmlStreamReader) => self.is('CHARACTERS', 'COMMENT'),
    'Boolean isCharacters()': (self: XmlStreamReader) => self.is('CHARACTERS'),
    'Boolean isEndElement()': (self: XmlStreamReader) => self.is('END_ELEMENT'),
    'Boolean isStartElement()': (self: XmlStreamReader) => self.is('START_ELEMENT'),
    'Boolean isWhiteSpace()': (self: XmlStreamReader) => self.isWhiteSpace(),
    'Integer next()': (self: XmlStreamReader) => EVENT_NUMBERS[self.next()],
    'Integer nextTag()': (self: XmlStreamReader) => EVENT_NUMBERS[self.nextTag()],
    'void setCoalescing(Boolean returnAsSingleBlock)': () => undefined,
    'void setNamespaceAware(Boolean isNamespaceAware)': (_self: XmlStreamReader, isAware: boolean | null) => {
      if (isAware !== true) throw new NotModeled('XmlStreamReader without namespaces');
    },
    'String toString()': () => 'XmlStreamReader'
  }
});
