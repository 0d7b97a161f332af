import type { ElementRule, MetadataSchema, ObjectRule } from './metadata-schema';
import { readXml } from './xml-tree';
import type { XmlElement } from './xml-tree';

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

/** Types whose schema says text, while the platform takes elements there: LWC's `targetConfigs`, for one. */
const FREE_CONTENT = new Set(['LightningComponentBundle.targetConfigs']);

/** Checks one metadata file against the Metadata API's types; returns a sentence for each thing wrong with it. */
export function metadataProblems(source: string, schema: MetadataSchema): string[] {
  let root: XmlElement;
  try {
    root = readXml(source);
  } catch (error) {
    return [`not well-formed XML: ${(error as Error).message}`];
  }
  const rule = schema.objectRule(root.name);
  if (!rule) return [`"${root.name}" is not a type of the Metadata API.`];
  const namespace = root.attributes.xmlns === NAMESPACE ? [] : [`<${root.name}> must have xmlns="${NAMESPACE}".`];
  return [...namespace, ...objectProblems(root, root.name, rule, root.name, schema)];
}

function objectProblems(
  element: XmlElement,
  path: string,
  rule: ObjectRule,
  typeName: string,
  schema: MetadataSchema
): string[] {
  const children = element.children.flatMap((child) => {
    const childRule = rule.get(child.name);
    if (!childRule) return [`${path} has no element <${child.name}>.`];
    if (FREE_CONTENT.has(`${typeName}.${child.name}`)) return [];
    return valueProblems(child, `${path} > ${child.name}`, childRule, schema);
  });
  const stray = element.text ? [`${path} takes elements, not the text "${element.text}".`] : [];
  return [...stray, ...children, ...repeatProblems(element, path, rule), ...missingProblems(element, path, rule)];
}

function valueProblems(element: XmlElement, path: string, rule: ElementRule, schema: MetadataSchema): string[] {
  const { type } = rule;
  const { text } = element;
  if (type.kind === 'object') return objectProblems(element, path, schema.objectRule(type.name)!, type.name, schema);
  if (element.children.length) return [`${path} takes text, not elements.`];
  if (type.kind === 'boolean' && !/^(true|false)$/.test(text)) return [`${path} must be true or false, not "${text}".`];
  if (type.kind === 'number' && !/^-?\d+(\.\d+)?$/.test(text)) return [`${path} must be a number, not "${text}".`];
  if (type.kind === 'choice' && !type.values.has(text)) return [`${path} cannot be "${text}"; ${choices(type.values)}`];
  return [];
}

/**
 * An element that may not repeat, repeated; or one that may, not standing together with its like. The platform
 * refuses both: "Element … is duplicated at this location in type …".
 */
function repeatProblems(element: XmlElement, path: string, rule: ObjectRule): string[] {
  const seen = new Set<string>();
  let previous = '';
  const problems: string[] = [];
  for (const { name } of element.children) {
    const apart = seen.has(name) && name !== previous;
    if (seen.has(name) && rule.get(name)?.repeats === false) problems.push(`${path} has <${name}> more than once.`);
    else if (apart) problems.push(`${path}: all <${name}> elements must stand together.`);
    seen.add(name);
    previous = name;
  }
  return problems;
}

function missingProblems(element: XmlElement, path: string, rule: ObjectRule): string[] {
  const present = new Set(element.children.map(({ name }) => name));
  return [...rule]
    .filter(([name, { optional }]) => !optional && !present.has(name))
    .map(([name]) => `${path} lacks the required element <${name}>.`);
}

function choices(values: Set<string>): string {
  const all = [...values];
  return all.length <= 12 ? `one of: ${all.join(', ')}.` : `one of ${all.length} values, such as ${all[0]}.`;
}
