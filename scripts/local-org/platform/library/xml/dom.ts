/** The types of namespace `Dom`. @see "Dom Namespace", Apex Reference Guide */
import { definePlatformType } from '../../../declarations/define';
import { NotModeled } from '../../../values/not-modeled';
import { platformEnumValue } from '../../../declarations/platform-enum';
import { required } from '../../../declarations/arguments';
import { newList } from '../../../declarations/platform-lists';
import { XmlNode } from './node';
import { parseXml } from './parse';
import { printXml } from './print';

/** `Dom.Document`. */
export class XmlDocument {
  root: XmlNode | null = null;

  /** A document of a text, as `HttpResponse.getBodyDocument` gives it. */
  static of(text: string): XmlDocument {
    const document = new XmlDocument();
    document.root = parseXml(text);
    return document;
  }
}

definePlatformType({
  namespace: 'Dom',
  name: 'XmlNodeType',
  kind: 'enum',
  constants: ['COMMENT', 'ELEMENT', 'TEXT'],
  documentation: 'XmlNode Class, Apex Reference Guide'
});

definePlatformType({
  namespace: 'Dom',
  name: 'Document',
  kind: 'class',
  javaScriptClass: XmlDocument,
  documentation: 'Document Class, Apex Reference Guide',
  members: {
    'new()': () => new XmlDocument(),
    'Dom.XmlNode createRootElement(String name, String namespace, String prefix)': (
      self: XmlDocument,
      name: string | null,
      namespace: string | null,
      prefix: string | null
    ) => {
      self.root = XmlNode.element(required(name, 1), namespace, namespace === null ? null : prefix);
      self.root.declareOwnNamespace();
      return self.root;
    },
    'Dom.XmlNode getRootElement()': (self: XmlDocument) => self.root,
    'void load(String xml)': (self: XmlDocument, text: string | null) => {
      self.root = parseXml(required(text, 1));
    },
    'String toXmlString()': (self: XmlDocument) => printXml(self.root)
  }
});

definePlatformType({
  namespace: 'Dom',
  name: 'XmlNode',
  kind: 'class',
  javaScriptClass: XmlNode,
  documentation: 'XmlNode Class, Apex Reference Guide',
  members: {
    'Dom.XmlNode addChildElement(String name, String namespace, String prefix)': (
      self: XmlNode,
      name: string | null,
      namespace: string | null,
      prefix: string | null
    ) => self.appendElement(required(name, 1), namespace, prefix),
    'Dom.XmlNode addCommentNode(String text)': (self: XmlNode, text: string | null) =>
      self.append(XmlNode.comment(required(text, 1))),
    'Dom.XmlNode addTextNode(String text)': (self: XmlNode, text: string | null) =>
      self.append(XmlNode.text(required(text, 1))),
    'String getAttribute(String key, String keyNamespace)': (self: XmlNode, name: string, namespace: string | null) =>
      self.attribute(required(name, 1), namespace)?.value ?? null,
    'Integer getAttributeCount()': (self: XmlNode) => self.attributes.length,
    'String getAttributeKeyAt(Integer index)': (self: XmlNode, index: number | null) =>
      self.attributes[required(index, 1)]?.name ?? null,
    'String getAttributeKeyNsAt(Integer index)': (self: XmlNode, index: number | null) =>
      self.attributes[required(index, 1)]?.namespace ?? null,
    'String getAttributeValue(String key, String keyNamespace)': (self: XmlNode, name: string, namespace: string) =>
      self.attribute(required(name, 1), namespace)?.value ?? null,
    'String getAttributeValueNs(String key, String keyNamespace)': () => {
      throw new NotModeled('Dom.XmlNode.getAttributeValueNs');
    },
    'Dom.XmlNode getChildElement(String name, String namespace)': (
      self: XmlNode,
      name: string | null,
      namespace: string | null
    ) => self.child(required(name, 1), namespace),
    'List<Dom.XmlNode> getChildElements()': (self: XmlNode) => newList('Dom.XmlNode', self.elements()),
    'List<Dom.XmlNode> getChildren()': (self: XmlNode) => newList('Dom.XmlNode', [...self.children]),
    'String getName()': (self: XmlNode) => self.name,
    'String getNamespace()': (self: XmlNode) => self.namespace,
    'String getNamespaceFor(String prefix)': (self: XmlNode, prefix: string | null) =>
      self.namespaceOf(required(prefix, 1)),
    'Dom.XmlNodeType getNodeType()': (self: XmlNode) => platformEnumValue('Dom.XmlNodeType', self.kind),
    'Dom.XmlNode getParent()': (self: XmlNode) => self.parent,
    'String getPrefixFor(String namespace)': (self: XmlNode, namespace: string | null) =>
      self.prefixOf(required(namespace, 1)),
    'String getText()': (self: XmlNode) => self.ownText(),
    'Dom.XmlNode insertBefore(Dom.XmlNode newChild, Dom.XmlNode refChild)': (
      self: XmlNode,
      child: XmlNode | null,
      reference: XmlNode | null
    ) => self.insertBefore(required(child, 1), reference),
    'Boolean removeAttribute(String key, String keyNamespace)': (self: XmlNode, name: string, namespace: string) =>
      self.removeAttribute(required(name, 1), namespace),
    'Boolean removeChild(Dom.XmlNode childNode)': (self: XmlNode, child: XmlNode | null) =>
      self.remove(required(child, 1)),
    'void setAttribute(String key, String value)': (self: XmlNode, name: string | null, value: string | null) =>
      self.setAttribute(required(name, 1), required(value, 2), null),
    'void setAttributeNs(String key, String value, String keyNamespace, String valueNamespace)': (
      self: XmlNode,
      name: string | null,
      value: string | null,
      namespace: string | null,
      valueNamespace: string | null
    ) => {
      if (valueNamespace !== null) throw new NotModeled('Dom.XmlNode.setAttributeNs with a value namespace');
      self.setAttribute(required(name, 1), required(value, 2), namespace);
    },
    'void setNamespace(String prefix, String namespace)': (self: XmlNode, prefix: string | null, namespace: string) => {
      self.declared.set(required(prefix, 1), required(namespace, 2));
    }
  }
});
