/** Which Ids a query names, as a client gets only those. */
import type { SoqlQuery, SoqlSelectItem } from '../database/soql/ast';

/**
 * Tells by path of relationships, such as `` for the records themselves or `owner.` for their owners, whether the query
 * names the Id there.
 */
export function namedIds(query: SoqlQuery): (path: string) => boolean {
  const paths = new Set<string>();
  addPaths(query, '', paths);
  return (path) => paths.has(path);
}

function addPaths(query: SoqlQuery, prefix: string, paths: Set<string>): void {
  const [from] = query.from;
  const alias = (from?.alias ?? from?.path.at(-1) ?? '').toLowerCase();
  for (const item of query.select) {
    if (item.kind === 'subquery') {
      addPaths(item.query, `${prefix}${(item.query.from[0]?.path.at(-1) ?? '').toLowerCase()}.`, paths);
    }
    for (const path of fieldPaths(item)) {
      const names = path.map((name) => name.toLowerCase());
      if (names.length > 1 && names[0] === alias) names.shift();
      if (names.pop() === 'id') paths.add([prefix, ...names.map((name) => `${name}.`)].join(''));
    }
  }
}

function fieldPaths(item: SoqlSelectItem): readonly (readonly string[])[] {
  switch (item.kind) {
    case 'fields':
      return item.scope === 'custom' ? [] : [['Id']];
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
