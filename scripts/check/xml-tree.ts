import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** One element of an XML file, its children in the order written. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

/** The form in which fast-xml-parser keeps the order: one key for the element's name, `:@` for its attributes. */
type OrderedNode = Record<string, OrderedNode[] | Record<string, string> | string>;

const ATTRIBUTES = ':@';
const TEXT = '#text';

/** Reads an XML file's root element; throws a sentence with the line where the file is not well-formed. */
export function readXml(source: string): XmlElement {
  const validity = XMLValidator.validate(source);
  if (validity !== true) throw new SyntaxError(`line ${validity.err.line}: ${validity.err.msg}`);
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    ignoreDeclaration: true
  });
  const [root] = elements(parser.parse(source) as OrderedNode[]);
  if (!root) throw new SyntaxError('the file has no element');
  return root;
}

function elements(nodes: OrderedNode[]): XmlElement[] {
  return nodes.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ATTRIBUTES && key !== TEXT);
    return name === undefined ? [] : [element(name, node)];
  });
}

function element(name: string, node: OrderedNode): XmlElement {
  const content = node[name] as OrderedNode[];
  return {
    name,
    attributes: (node[ATTRIBUTES] ?? {}) as Record<string, string>,
    children: elements(content),
    text: content
      .map((part) => (part[TEXT] === undefined ? '' : String(part[TEXT])))
      .join('')
      .trim()
  };
}
