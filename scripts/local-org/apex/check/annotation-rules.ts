/**
 * Which annotations there are, what may have them, and what may stand in their brackets.
 * @see "Annotations", Apex Developer Guide; wording: the messages of the compiler
 *   (github.com/forcedotcom/apex-language-support, messages_en_US)
 */
import type { Annotation } from '../parse/ast';
import type { Declared } from './modifier-rules';

interface Rule {
  /** As messages write it. */
  readonly name: string;
  readonly on: readonly Declared[];
  readonly properties: readonly string[];
}

const TYPES: readonly Declared[] = ['classes', 'interfaces', 'enums'];
const MEMBERS: readonly Declared[] = ['methods', 'constructors', 'fields', 'properties'];
const rule = (name: string, on: readonly Declared[], ...properties: string[]): Rule => ({ name, on, properties });

const RULES: readonly Rule[] = [
  rule('AllowCertifiedApex', [...TYPES, ...MEMBERS]),
  rule('AuraEnabled', ['methods', 'fields', 'properties'], 'cacheable', 'continuation', 'scope'),
  rule('Deprecated', [...TYPES, ...MEMBERS]),
  rule('Future', ['methods'], 'callout', 'limits'),
  ...['HttpDelete', 'HttpGet', 'HttpPatch', 'HttpPost', 'HttpPut'].map((name) => rule(name, ['methods'], 'urlMapping')),
  rule(
    'InvocableMethod',
    ['methods'],
    ...['callout', 'capabilityType', 'category', 'configurationEditor', 'description', 'iconName', 'label']
  ),
  rule('InvocableVariable', ['fields'], ...['defaultValue', 'description', 'label', 'placeholderText', 'required']),
  rule('IsTest', ['classes', 'methods'], 'critical', 'isParallel', 'onInstall', 'seeAllData', 'testFor'),
  rule('JsonAccess', ['classes'], 'deserializable', 'serializable'),
  rule('NamespaceAccessible', [...TYPES, ...MEMBERS]),
  rule('NamespaceGlobal', [...TYPES, ...MEMBERS]),
  rule('PrivateApi', [...TYPES, ...MEMBERS]),
  rule('ReadOnly', ['methods'], 'useReplica'),
  rule('RemoteAction', ['classes', 'methods', 'fields', 'properties', 'locals'], 'callout'),
  rule('RestResource', [...TYPES, 'methods'], 'urlMapping'),
  rule('SuppressWarnings', [...TYPES, ...MEMBERS, 'locals', 'parameters'], 'value'),
  rule('TestSetup', ['methods'], 'onInstall'),
  rule('TestVisible', [...TYPES, ...MEMBERS, 'locals'])
];

const byName = new Map(RULES.map((one) => [one.name.toLowerCase(), one]));

/** What is wrong with the annotations of a declaration, each at most once. */
export function* annotationProblems(
  declared: Declared,
  annotations: readonly Annotation[]
): Generator<{ readonly annotation: Annotation; readonly message: string }> {
  const seen = new Set<string>();
  for (const annotation of annotations) {
    const name = annotation.name.toLowerCase();
    const found = byName.get(name);
    const message = found ? misuse(found, declared, annotation, seen.has(name)) : unknown(annotation);
    if (message) yield { annotation, message };
    seen.add(name);
  }
}

const unknown = ({ name }: Annotation): string => `Annotation does not exist: ${name}`;

function misuse(found: Rule, declared: Declared, { parameters }: Annotation, isRepeated: boolean): string | null {
  if (isRepeated) return `Duplicate modifier: ${found.name}`;
  if (!found.on.includes(declared)) return `${found.name} is not allowed on ${declared}`;
  const names = parameters.map(({ name }) => name.toLowerCase());
  const other = parameters.find(({ name }) => !isProperty(found, name));
  if (other) return `No such property, ${other.name}, defined on this annotation: ${found.name}`;
  if (found.name === 'JsonAccess' && names.length === 0) {
    return 'At least one JSON serialization control parameter must be specified';
  }
  if (found.name !== 'RestResource') return null;
  return names.includes('urlmapping')
    ? urlProblem(parameters[0]!.value.value)
    : 'Required property is missing: urlMapping';
}

function isProperty({ properties }: Rule, name: string): boolean {
  return properties.some((property) => property.toLowerCase() === name.toLowerCase());
}

/** "RestResource Annotation" */
function urlProblem(url: unknown): string | null {
  return String(url).startsWith('/') ? null : "Rest Resource url must begin with a forward slash, '/'";
}
