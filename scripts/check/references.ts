import type { PackageContents } from './package-contents';

/** What a component refers to, as the platform's compiler reports it. */
export interface Reference {
  type: string;
  id: string;
  file: string;
  locations?: { startLine: number }[];
}

type Check = (id: string, contents: PackageContents) => string | undefined;

/** Per kind of reference, the sentence that says what is wrong with it, if anything is. */
const CHECKS: Record<string, Check> = {
  apexMethod: checkApexMethod,
  label: (id, { labels }) => (labels.has(id.replace(/^c\./, '')) ? undefined : `There is no custom label "${id}".`),
  module: (id, contents) => checkModule(id, contents),
  component: (id, contents) => checkModule(moduleOfTag(id), contents),
  resourceUrl: (id, { staticResources }) =>
    staticResources.has(id) ? undefined : `There is no static resource "${id}".`,
  customPermission: (id, { customPermissions }) =>
    customPermissions.has(id) ? undefined : `There is no custom permission "${id}".`,
  schema: checkSchema
};

/** Sentences about the references that nothing in the package or the platform's library answers. */
export function missingReferences(references: Reference[], bundle: string, contents: PackageContents): string[] {
  return references.flatMap((reference) => {
    const problem = CHECKS[reference.type]?.(reference.id, contents);
    const line = reference.locations?.[0] ? `:${reference.locations[0].startLine}` : '';
    return problem ? [`force-app/lwc/${bundle}/${reference.file}${line}: ${problem}`] : [];
  });
}

function checkApexMethod(id: string, { apexMethods }: PackageContents): string | undefined {
  const [className, methodName] = id.split('.');
  const methods = apexMethods.get(className);
  if (!methods) return `There is no Apex class "${className}".`;
  return methods.has(methodName)
    ? undefined
    : `Apex class ${className} has no public static @AuraEnabled method "${methodName}".`;
}

function checkModule(id: string, { components, baseComponents }: PackageContents): string | undefined {
  const [namespace, name] = id.split('/');
  if (namespace === 'c' && !components.has(name)) return `There is no component "${id}".`;
  if (namespace === 'lightning' && !baseComponents.has(name)) return `The platform has no component "${id}".`;
  return undefined;
}

/** Objects and fields of the package are checked; those of the platform are its own affair. */
function checkSchema(id: string, { fields }: PackageContents): string | undefined {
  const [objectName, fieldName] = id.split('.');
  if (!objectName.endsWith('__c')) return undefined;
  const known = fields.get(objectName);
  if (!known) return `There is no object "${objectName}".`;
  return fieldName?.endsWith('__c') && !known.has(fieldName) ? `${objectName} has no field "${fieldName}".` : undefined;
}

/** `lightning-button-icon` is the module `lightning/buttonIcon`. */
function moduleOfTag(tag: string): string {
  const [namespace, ...words] = tag.split('-');
  const name = words.map((word, index) => (index ? word[0].toUpperCase() + word.slice(1) : word)).join('');
  return `${namespace}/${name}`;
}
