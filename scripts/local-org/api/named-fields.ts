/** Which Ids and references a query names, as a client gets only those. */
import type { SoqlQuery, SoqlSelectItem } from '../soql/ast';

/**
 * Tells by path of relationships, such as `` for the records themselves or `owner.` for their owners, whether the query
 * names a field there.
 */
export function namedFields(query: SoqlQuery): (path: string, field: string) => boolean {
  const names = new Set<string>();
  addNames(query, '', names);
  return (path, field) => names.has(path + field.toLowerCase()) || (field !== 'Id' && names.has(path + ALL_FIELDS));
}

/** Stands for the fields that `FIELDS()` names. */
const ALL_FIELDS = '*';

function addNames(query: SoqlQuery, prefix: string, names: Set<string>): void {
  const [from] = query.from;
  const alias = (from?.alias ?? from?.path.at(-1) ?? '').toLowerCase();
  for (const item of query.select) {
    if (item.kind === 'subquery') {
      addNames(item.query, `${prefix}${(item.query.from[0]?.path.at(-1) ?? '').toLowerCase()}.`, names);
    }
    for (const path of fieldPaths(item)) {
      const steps = path.map((name) => name.toLowerCase());
      if (steps.length > 1 && steps[0] === alias) steps.shift();
      names.add(prefix + steps.join('.'));
    }
  }
}

function fieldPaths(item: SoqlSelectItem): readonly (readonly string[])[] {
  switch (item.kind) {
    case 'fields':
      return item.scope === 'custom' ? [[ALL_FIELDS]] : [['Id'], [ALL_FIELDS]];
    case 'typeof': {
      const fields = [...item.whens.flatMap((when) => when.fields), ...(item.otherwise ?? [])];
      return fields.map(({ path }) => [...item.path, ...path]);
    }
    case 'value':
      return item.value.kind === 'field' ? [item.value.path] : [];
    default:
      return [];
  }
}
