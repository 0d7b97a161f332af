/**
 * SOSL, as far as its clauses go. Grammar: "SOSL Syntax",
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_sosl_syntax.htm
 */
import type {
  SoqlBind,
  SoqlCondition,
  SoqlCount,
  SoqlDataCategoryFilter,
  SoqlOrder,
  SoqlPosition,
  SoqlSelectValue,
  SoqlString
} from './ast';

export interface SoslQuery extends SoqlPosition {
  kind: 'search';
  /** The search text, unescaped by the rules of a string literal, or a bind. */
  find: SoqlString | SoqlBind;
  group: 'all' | 'email' | 'name' | 'phone' | 'sidebar' | null;
  returning: SoslReturning[];
  with: SoslWith[];
  limit: SoqlCount | null;
  update: ('tracking' | 'viewstat')[];
  /** Source texts of the binds, by index. */
  binds: string[];
}

/** `Account(Id, Name WHERE ... ORDER BY ... LIMIT n)`. */
export interface SoslReturning extends SoqlPosition {
  object: string;
  fields: SoqlSelectValue[];
  where: SoqlCondition | null;
  listView: string | null;
  orderBy: SoqlOrder[];
  limit: SoqlCount | null;
  offset: SoqlCount | null;
}

/** The WITH clauses of a search. */
export type SoslWith =
  | (SoqlPosition & { kind: 'userMode' | 'systemMode' | 'highlight' })
  | (SoqlPosition & { kind: 'division' | 'pricebookId' | 'metadata'; value: SoqlString | SoqlBind })
  | (SoqlPosition & { kind: 'network'; values: SoqlString[] })
  | (SoqlPosition & { kind: 'snippet'; targetLength: number | null })
  | (SoqlPosition & { kind: 'spellCorrection'; value: boolean | SoqlBind })
  | SoqlDataCategoryFilter;
