import { definePlatformType } from '../../../declarations/define';
import { XmlException } from '../../../values/exceptions';
import { required } from '../../../declarations/arguments';
import { escapeAttribute, escapeText } from './print';

/**
 * `System.XmlStreamWriter`.
 * @see "XmlStreamWriter Class", Apex Reference Guide; javax.xml.stream.XMLStreamWriter
 */
class XmlStreamWriter {
  private text = '';
  private readonly open: string[] = [];
  private isInTag = false;
  private isEmptyTag = false;

  startElement(prefix: string | null, name: string, isEmpty: boolean): void {
    this.endTag();
    const qualified = prefix ? `${prefix}:${name}` : name;
    this.text += `<${qualified}`;
    this.isInTag = true;
    this.isEmptyTag = isEmpty;
    if (!isEmpty) this.open.push(qualified);
  }

  attribute(prefix: string | null, name: string, value: string): void {
    if (!this.isInTag) throw new XmlException('Attribute not associated with any element');
    this.text += ` ${prefix ? `${prefix}:` : ''}${name}="${escapeAttribute(value)}"`;
  }

  raw(text: string): void {
    this.endTag();
    this.text += text;
  }

  endElement(): void {
    this.endTag();
    const name = this.open.pop();
    if (name === undefined) throw new XmlException('No open element to end');
    this.text += `</${name}>`;
  }

  endDocument(): void {
    this.endTag();
    while (this.open.length > 0) this.endElement();
  }

  toString(): string {
    return this.text;
  }

  private endTag(): void {
    if (this.isInTag) this.text += this.isEmptyTag ? '/>' : '>';
    this.isInTag = false;
  }
}

function declaration(encoding: string | null, version: string): string {
  return `<?xml version="${version}"${encoding === null ? '' : ` encoding="${encoding}"`}?>`;
}

definePlatformType({
  namespace: 'System',
  name: 'XmlStreamWriter',
  kind: 'class',
  javaScriptClass: XmlStreamWriter,
  documentation: 'XmlStreamWriter Class, Apex Reference Guide',
  members: {
    'new()': () => new XmlStreamWriter(),
    'void close()': () => undefined,
    'String getXmlString()': (self: XmlStreamWriter) => String(self),
    'void setDefaultNamespace(String uri)': () => undefined,
    'void writeAttribute(String prefix, String namespaceUri, String localName, String value)': (
      self: XmlStreamWriter,
      prefix: string | null,
      _namespace: string | null,
      name: string | null,
      value: string | null
    ) => self.attribute(prefix, required(name, 3), required(value, 4)),
    'void writeCData(String data)': (self: XmlStreamWriter, data: string | null) =>
      self.raw(`<![CDATA[${required(data, 1)}]]>`),
    'void writeCharacters(String text)': (self: XmlStreamWriter, text: string | null) =>
      self.raw(escapeText(required(text, 1))),
    'void writeComment(String comment)': (self: XmlStreamWriter, text: string | null) =>
      self.raw(`<!--${required(text, 1)}-->`),
    'void writeDefaultNamespace(String namespaceUri)': (self: XmlStreamWriter, namespace: string | null) =>
      self.attribute(null, 'xmlns', required(namespace, 1)),
    'void writeEmptyElement(String prefix, String localName, String namespaceUri)': (
      self: XmlStreamWriter,
      prefix: string | null,
      name: string | null
    ) => self.startElement(prefix, required(name, 2), true),
    'void writeEndDocument()': (self: XmlStreamWriter) => self.endDocument(),
    'void writeEndElement()': (self: XmlStreamWriter) => self.endElement(),
    'void writeNamespace(String prefix, String namespaceUri)': (
      self: XmlStreamWriter,
      prefix: string | null,
      namespace: string | null
    ) => self.attribute('xmlns', required(prefix, 1), required(namespace, 2)),
    'void writeProcessingInstruction(String target, String data)': (
      self: XmlStreamWriter,
      target: string | null,
      data: string | null
    ) => self.raw(`<?${required(target, 1)} ${required(data, 2)}?>`),
    'void writeStartDocument(String encoding, String version)': (
      self: XmlStreamWriter,
      encoding: string | null,
      version: string | null
    ) => self.raw(declaration(encoding, required(version, 2))),
    'void writeStartElement(String prefix, String localName, String namespaceUri)': (
      self: XmlStreamWriter,
      prefix: string | null,
      name: string | null
    ) => self.startElement(prefix, required(name, 2), false)
  }
});
