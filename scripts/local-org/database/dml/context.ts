/** What the steps of a DML statement share. */
import type { ObjectDefinition, SchemaModel } from '../../schema/model';
import type { Store } from '../../store/store';
import type { SaveStamp } from './defaults';
import type { ApexTrigger } from './triggers';
import type { ValueOptions } from './values';

/** One statement on one object. */
export interface DmlContext {
  readonly store: Store;
  readonly schema: SchemaModel;
  readonly object: ObjectDefinition;
  readonly stamp: SaveStamp;
  readonly options: ValueOptions;
  /** The object's triggers; empty for work of the tooling itself. */
  readonly triggers: readonly ApexTrigger[];
  /** The same statement's work on another object. */
  contextOf(object: ObjectDefinition): DmlContext;
}
