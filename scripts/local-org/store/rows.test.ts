/** Rows are written many at a time: no value may end up in another row or column. */
import { TestOrg } from '../database/testing';
import { readRows, updateRows } from './rows';

const COUNT = 130;

let org: TestOrg;

beforeEach(() => {
  org = new TestOrg();
});

afterEach(() => org.database.close());

/** Accounts of two shapes: every third has no site. */
function inserted(): string[] {
  const records = Array.from({ length: COUNT }, (_, index) =>
    org.record('Account', {
      Name: `A${index}`,
      ...(index % 3 === 0 ? {} : { Site: `Ü${index}`, NumberOfEmployees: index })
    })
  );
  return org.dml('insert', records).map(({ id }) => id as string);
}

function stored(ids: string[], field: string): unknown[] {
  const object = org.database.schema.object('Account')!;
  const rows = readRows(org.database.store.connection, object, ids);
  return ids.map((id) => rows.get(id)?.get(field));
}

test('inserted rows keep their values, whatever their neighbours have', () => {
  org.run(() => {
    const ids = inserted();
    expect(stored(ids, 'Name')).toEqual(ids.map((_, index) => `A${index}`));
    expect(stored(ids, 'Site')).toEqual(ids.map((_, index) => (index % 3 === 0 ? null : `Ü${index}`)));
    expect(org.column("SELECT NumberOfEmployees FROM Account WHERE Site = 'ü50'")).toEqual([50]);
  });
});

test('updated rows keep theirs', () => {
  org.run(() => {
    const ids = inserted();
    const changes = ids.map((Id, index) =>
      org.record('Account', index < 100 ? { Id, Site: `S${index}` } : { Id, Site: null, NumberOfEmployees: -index })
    );
    org.dml('update', changes);
    expect(stored(ids, 'Site')).toEqual(ids.map((_, index) => (index < 100 ? `S${index}` : null)));
    expect(stored(ids, 'Name')).toEqual(ids.map((_, index) => `A${index}`));
    expect(org.column('SELECT COUNT(Id) n FROM Account WHERE NumberOfEmployees < 0')).toEqual([30]);
  });
});

test('of two updates of a row the later one holds', () => {
  org.run(() => {
    const [id, ...others] = inserted() as [string, ...string[]];
    const object = org.database.schema.object('Account')!;
    const update = (which: string, site: string) => ({ id: which, values: new Map([['Site', site]]) });
    const between = others.slice(0, 20).map((other) => update(other, 'other'));
    const after = others.slice(20).map((other) => update(other, 'other'));
    updateRows(org.database.store.connection, object, [update(id, 'early'), ...between, update(id, 'late'), ...after]);
    expect(stored([id], 'Site')).toEqual(['late']);
  });
});
