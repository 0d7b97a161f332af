import type { LocalOrg } from '../../local-org/org';
import { isStored, isText } from '../../local-org/store/codec';

/** What is kept of a run. */
export interface LogSize {
  records: number;
  bytes: number;
}

/** Records of the package's own objects and what their texts hold, in bytes of UTF-8. */
export function logSize(org: LocalOrg): LogSize {
  const { schema, database } = org.parts.services;
  const size: LogSize = { records: 0, bytes: 0 };
  for (const object of schema.objects()) {
    if (!object.custom || object.kind !== 'custom') continue;
    const texts = [...object.fields.values()].filter((field) => isStored(field) && isText(field));
    const lengths = texts.map(({ name }) => `COALESCE(LENGTH(CAST("${name}" AS BLOB)), 0)`);
    const sql = `SELECT COUNT(*), COALESCE(SUM(${lengths.join(' + ')}), 0) FROM "${object.name}"`;
    const [[records, bytes]] = database.store.connection.all(sql);
    size.records += Number(records);
    size.bytes += Number(bytes);
  }
  return size;
}
