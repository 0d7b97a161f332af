import type { Plugin } from 'rollup';
import { NotModeled } from '../../values/not-modeled';

/*
 * The modules under `@salesforce/`, which the platform generates for each import (LWC Developer Guide, "@salesforce
 * Modules"). What they give is known only when a page is opened: labels, user and permissions come from its context.
 */

const PREFIX = '@salesforce/';

type Generator = (name: string) => string;

const GENERATORS: Record<string, Generator> = {
  apex: (name) =>
    name === ''
      ? `export { refreshApex, getSObjectValue } from 'local-org/apex';`
      : `import { apexMethod } from 'local-org/apex'; export default apexMethod(${JSON.stringify(name)});`,
  label: (name) => fromContext(`label(${JSON.stringify(name.replace(/^c\./, ''))})`),
  user: (name) => userModule(name),
  userPermission: (name) => fromContext(`context.user.userPermissions.includes(${JSON.stringify(name)})`),
  customPermission: (name) => fromContext(`context.user.customPermissions.includes(${JSON.stringify(name)})`),
  resourceUrl: (name) => `export default ${JSON.stringify(resourceUrl(name))};`,
  schema: (name) => `export default ${JSON.stringify(schemaReference(name))};`,
  i18n: (name) =>
    `import { localizedValue } from 'local-org/i18n'; export default localizedValue(${JSON.stringify(name)});`,
  client: (name) => {
    if (name !== 'formFactor') {
      throw new NotModeled(`module @salesforce/client/${name}`);
    }
    return `export default 'Large';`;
  }
};

/** Generates the `@salesforce/` modules that are modelled; the others are left to be reported as not modelled. */
export function salesforceModules(): Plugin {
  return {
    name: 'local-org-salesforce-modules',
    resolveId: (id) => (generatorOf(id) ? `\0${id}` : null),
    load(id) {
      const generator = id.startsWith('\0') ? generatorOf(id.slice(1)) : undefined;
      return generator ? generator(nameOf(id.slice(1))) : null;
    }
  };
}

function generatorOf(id: string): Generator | undefined {
  return id.startsWith(PREFIX) ? GENERATORS[id.slice(PREFIX.length).split('/')[0]] : undefined;
}

function nameOf(id: string): string {
  return id.slice(PREFIX.length).split('/').slice(1).join('/');
}

function fromContext(expression: string): string {
  return `import { context, label } from 'local-org/context'; export default ${expression};`;
}

function userModule(name: string): string {
  switch (name) {
    case 'Id':
      return fromContext('context.user.id');
    case 'isGuest':
      return 'export default false;';
    default:
      throw new NotModeled(`module @salesforce/user/${name}`);
  }
}

/** Where the host serves a static resource; a namespace in front of the name is the package's own. */
function resourceUrl(name: string): string {
  return `/resource/${name.replace(/^c__/, '')}`;
}

/** `Contact` is an object reference, `Contact.Email` a field reference with its object. */
function schemaReference(name: string): object {
  const [objectApiName, ...path] = name.split('.');
  return path.length ? { fieldApiName: path.join('.'), objectApiName } : { objectApiName };
}
