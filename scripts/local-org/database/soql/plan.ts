/** A compiled query: SQL, and how its rows become records. Depends on the schema alone, so it is kept per query text. */
import type { ObjectDefinition } from '../../schema/model';
import type { FieldUse } from './scope';
import type { Sql } from './sql';

/** A value of a record and the column it is read from. */
export interface ValueReader {
  /** Canonical field name, or the alias in an aggregate result. */
  readonly name: string;
  readonly column: number;
  decode(stored: unknown): unknown;
}

/** A record and the columns it is read from. */
export interface RecordReader {
  readonly object: ObjectDefinition;
  /** Column of the Id; a NULL there means that there is no such record. */
  readonly idColumn: number;
  readonly values: readonly ValueReader[];
  readonly parents: readonly ParentReader[];
  readonly children: readonly ChildReader[];
  /** Everything Apex may read of the record: fields and relationships. */
  readonly selected: ReadonlySet<string>;
}

/** A parent record; a polymorphic reference has one reader per object it may point to. */
export interface ParentReader {
  readonly name: string;
  readonly options: readonly RecordReader[];
}

/** Child records under a relationship name. */
export interface ChildReader {
  readonly name: string;
  readonly plan: RecordPlan;
}

/** SELECT of records. */
export interface RecordPlan {
  readonly kind: 'records';
  readonly object: ObjectDefinition;
  readonly sql: Sql;
  readonly reader: RecordReader;
  /** In a SELECT of children: the column with the parent's Id. */
  readonly parentColumn: number;
}

/** SELECT with aggregate functions or GROUP BY. */
export interface AggregatePlan {
  readonly kind: 'aggregate';
  /** Stands in for AggregateResult: its fields are the aliases. */
  readonly object: ObjectDefinition;
  readonly sql: Sql;
  readonly values: readonly ValueReader[];
  /** Column with the number of rows in the group; -1 when a group counts as one row against the limit. */
  readonly rowsColumn: number;
}

/** `SELECT COUNT() FROM …`. */
export interface CountPlan {
  readonly kind: 'count';
  readonly object: ObjectDefinition;
  readonly sql: Sql;
}

/** How the statement wants its user's permissions checked. */
export type AccessClause = 'userMode' | 'systemMode' | 'securityEnforced' | null;

/** A compiled statement. */
export interface QueryPlan {
  readonly select: RecordPlan | AggregatePlan | CountPlan;
  readonly access: AccessClause;
  /** Every field the statement touches. */
  readonly uses: readonly FieldUse[];
  /** Every object it reads. */
  readonly objects: readonly ObjectDefinition[];
  /** Child SELECTs, which count as aggregate queries against the limits. */
  readonly childSelects: number;
  readonly forUpdate: boolean;
  /** Whether it asks for moments in the time zone of its user. */
  readonly convertsTimeZone: boolean;
  /** Source texts of the binds, by bind index. */
  readonly binds: readonly string[];
}
