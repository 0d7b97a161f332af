/**
 * The org as the Tooling API shows it: the same records, and objects that only this API has. Apex and the REST API for
 * data do not see those, as on the platform.
 * @see "Tooling API Objects", Tooling API
 */
import { join } from 'node:path';
import { SystemRecords } from '../../database';
import { objectsIn } from '../../schema/standard-objects';
import type { ObjectDefinition, SchemaModel } from '../../schema/model';
import type { BuiltOrg } from '../../org';

const CATALOGUE = join(__dirname, 'catalogue');

/** Objects whose records clients may write by this API, beside reading them. */
const WRITABLE: ReadonlySet<string> = new Set([
  'ApexLog',
  'ApexTestQueueItem',
  'ApexTestSuite',
  'DebugLevel',
  'TestSuiteMembership',
  'TraceFlag'
]);

/** An org with the objects of the Tooling API. */
export interface ToolingOrg extends BuiltOrg {
  /** Rows that the platform itself writes, those of such objects included. */
  readonly system: SystemRecords;
}

/** Opens the Tooling API's view of an org; the tables it needs are made. */
export function toolingOrg(org: BuiltOrg): ToolingOrg {
  const { services } = org;
  const { database } = services;
  const own = objectsIn(CATALOGUE);
  const log = services.schema.object('ApexLog');
  const schema = withObjects(services.schema, log ? [...own, { ...log, deletable: true }] : own);
  database.store.migrate(withObjects({ ...services.schema, objects: () => [] }, own));
  const system = new SystemRecords(database.store, schema, services.clock, () => undefined);
  system.userId = database.system.userId;
  // What is not given here, such as the bus of events that comes later, is asked of the org itself.
  const seen = Object.create(services, { schema: { value: schema } }) as BuiltOrg['services'];
  return { ...org, services: seen, system };
}

/** Whether clients may create, change or delete records of an object by this API. */
export function isWritable(objectName: string): boolean {
  return WRITABLE.has(objectName);
}

function withObjects(base: SchemaModel, own: readonly ObjectDefinition[]): SchemaModel {
  const byName = new Map(own.map((object) => [object.name.toLowerCase(), object]));
  const byPrefix = new Map(own.map((object) => [object.keyPrefix, object]));
  return {
    object: (name) => byName.get(name.toLowerCase()) ?? base.object(name),
    objects: () => [...base.objects().filter(({ name }) => !byName.has(name.toLowerCase())), ...own],
    byKeyPrefix: (prefix) => byPrefix.get(prefix) ?? base.byKeyPrefix(prefix)
  };
}
