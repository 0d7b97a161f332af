/**
 * The syntax tree of a SOQL statement: plain JSON, one shape for queries written in Apex and for query strings.
 *
 * Names keep their source spelling (SOQL ignores case; the resolver compares). Grammar: "SOQL and SOSL Reference",
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select.htm
 */

/** Where a node starts, both numbers counted from 1. */
export interface SoqlPosition {
  line: number;
  column: number;
}

/** One SELECT: a whole statement, a child subquery of the select list, or a semi-join. */
export interface SoqlQuery extends SoqlPosition {
  kind: 'query';
  select: SoqlSelectItem[];
  /** Usually one entry; more for the old alias form `FROM Account a, a.Contacts c`. */
  from: SoqlFrom[];
  /** The word after USING SCOPE, in source spelling. */
  usingScope: string | null;
  where: SoqlCondition | null;
  with: SoqlWith | null;
  groupBy: SoqlGroupBy | null;
  having: SoqlCondition | null;
  orderBy: SoqlOrder[];
  limit: SoqlCount | null;
  offset: SoqlCount | null;
  allRows: boolean;
  for: ('view' | 'reference' | 'update')[];
  update: ('tracking' | 'viewstat')[];
  /** Source texts of every bind of the whole statement, by bind index; always empty on nested queries. */
  binds: string[];
}

/** The object, child relationship or alias path a query reads from. */
export interface SoqlFrom extends SoqlPosition {
  /** `Account` is one part; `a.Contacts` is two. */
  path: string[];
  alias: string | null;
}

/** One entry of a select list. */
export type SoqlSelectItem = SoqlSelectValue | SoqlFieldsFunction | SoqlTypeOf | SoqlSelectSubquery;

/** A field or function in a select list, with its alias. */
export interface SoqlSelectValue extends SoqlPosition {
  kind: 'value';
  value: SoqlOperand;
  alias: string | null;
}

/** `FIELDS(ALL | STANDARD | CUSTOM)`. */
export interface SoqlFieldsFunction extends SoqlPosition {
  kind: 'fields';
  scope: 'all' | 'standard' | 'custom';
}

/** `TYPEOF What WHEN Account THEN Phone ELSE Name END`. */
export interface SoqlTypeOf extends SoqlPosition {
  kind: 'typeof';
  path: string[];
  whens: { object: string; fields: SoqlField[] }[];
  otherwise: SoqlField[] | null;
}

/** `(SELECT Id FROM Contacts)` in a select list. */
export interface SoqlSelectSubquery extends SoqlPosition {
  kind: 'subquery';
  query: SoqlQuery;
  alias: string | null;
}

/** What can be compared, grouped, ordered and selected. */
export type SoqlOperand = SoqlField | SoqlFunction;

/** A field, possibly behind relationship names: `Account.Owner.Name`. */
export interface SoqlField extends SoqlPosition {
  kind: 'field';
  path: string[];
}

/** The functions of SOQL, by their upper-case name. */
export type SoqlFunctionName =
  | SoqlAggregateName
  | SoqlDateFunctionName
  | 'TOLABEL'
  | 'FORMAT'
  | 'CONVERTCURRENCY'
  | 'CONVERTTIMEZONE'
  | 'GROUPING'
  | 'DISTANCE'
  | 'GEOLOCATION'
  | 'FORMULA';

/** Functions over groups of rows. */
export type SoqlAggregateName = 'AVG' | 'COUNT' | 'COUNT_DISTINCT' | 'MIN' | 'MAX' | 'SUM';

/** Functions that take a part of a date. */
export type SoqlDateFunctionName =
  | 'CALENDAR_MONTH'
  | 'CALENDAR_QUARTER'
  | 'CALENDAR_YEAR'
  | 'DAY_IN_MONTH'
  | 'DAY_IN_WEEK'
  | 'DAY_IN_YEAR'
  | 'DAY_ONLY'
  | 'FISCAL_MONTH'
  | 'FISCAL_QUARTER'
  | 'FISCAL_YEAR'
  | 'HOUR_IN_DAY'
  | 'WEEK_IN_MONTH'
  | 'WEEK_IN_YEAR';

/**
 * A function call. `COUNT()` has no arguments; DISTANCE takes two locations (field, bind or GEOLOCATION function) and
 * a unit string; GEOLOCATION takes two numbers or binds; FORMULA takes one string.
 */
export interface SoqlFunction extends SoqlPosition {
  kind: 'function';
  name: SoqlFunctionName;
  arguments: (SoqlOperand | SoqlString | SoqlNumber | SoqlBind)[];
}

/** A condition tree of WHERE, HAVING or a WITH filter. */
export type SoqlCondition = SoqlLogical | SoqlNot | SoqlComparison;

/** Two or more conditions joined by one operator. */
export interface SoqlLogical extends SoqlPosition {
  kind: 'and' | 'or';
  operands: SoqlCondition[];
}

/** `NOT condition`. */
export interface SoqlNot extends SoqlPosition {
  kind: 'not';
  operand: SoqlCondition;
}

/** Comparison operators; `<>` is read as `!=`. */
export type SoqlOperator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE' | 'IN' | 'NOT IN' | 'INCLUDES' | 'EXCLUDES';

/** `operand operator value`. */
export interface SoqlComparison extends SoqlPosition {
  kind: 'comparison';
  left: SoqlOperand;
  operator: SoqlOperator;
  value: SoqlValue;
}

/** The right side of a comparison. */
export type SoqlValue =
  | SoqlString
  | SoqlNumber
  | SoqlBoolean
  | SoqlNull
  | SoqlDate
  | SoqlTime
  | SoqlDatetime
  | SoqlDateLiteral
  | SoqlCurrency
  | SoqlBind
  | SoqlList
  | SoqlSemiJoin;

/** A quoted text, unescaped. In a LIKE pattern the escapes `\_` and `\%` stay as written: they belong to LIKE. */
export interface SoqlString extends SoqlPosition {
  kind: 'string';
  value: string;
}

/** A number as written, sign included. */
export interface SoqlNumber extends SoqlPosition {
  kind: 'number';
  text: string;
}

export interface SoqlBoolean extends SoqlPosition {
  kind: 'boolean';
  value: boolean;
}

export interface SoqlNull extends SoqlPosition {
  kind: 'null';
}

/** `2020-01-31` as written. */
export interface SoqlDate extends SoqlPosition {
  kind: 'date';
  text: string;
}

/** `10:00:00.000Z` as written. */
export interface SoqlTime extends SoqlPosition {
  kind: 'time';
  text: string;
}

/** `2020-01-31T10:00:00Z` or with an offset, as written. */
export interface SoqlDatetime extends SoqlPosition {
  kind: 'datetime';
  text: string;
}

/** `TODAY`, `LAST_N_DAYS:5`: upper-case name, and the number for those that take one. */
export interface SoqlDateLiteral extends SoqlPosition {
  kind: 'dateLiteral';
  name: string;
  count: number | null;
}

/** `USD5000` or `EUR12.50`. */
export interface SoqlCurrency extends SoqlPosition {
  kind: 'currency';
  code: string;
  amount: string;
}

/** `:expression`. In Apex code `index` points into the expression list of the SOQL expression. */
export interface SoqlBind extends SoqlPosition {
  kind: 'bind';
  index: number;
  /** The expression as written, without the colon and without white space around it. */
  text: string;
}

/** `('a', 'b', :c)`. */
export interface SoqlList extends SoqlPosition {
  kind: 'list';
  items: SoqlValue[];
}

/** `IN (SELECT AccountId FROM Contact)`. */
export interface SoqlSemiJoin extends SoqlPosition {
  kind: 'subquery';
  query: SoqlQuery;
}

/** The WITH clause. */
export type SoqlWith =
  | (SoqlPosition & { kind: 'userMode' | 'systemMode' | 'securityEnforced' })
  | SoqlDataCategoryFilter
  | (SoqlPosition & { kind: 'condition'; condition: SoqlCondition });

/** `WITH DATA CATEGORY Geography__c ABOVE usa__c AND ...`. */
export interface SoqlDataCategoryFilter extends SoqlPosition {
  kind: 'dataCategory';
  selections: { group: string; selector: 'AT' | 'ABOVE' | 'BELOW' | 'ABOVE_OR_BELOW'; categories: string[] }[];
}

/** GROUP BY, plain or with subtotals. */
export interface SoqlGroupBy extends SoqlPosition {
  kind: 'plain' | 'rollup' | 'cube';
  items: SoqlOperand[];
}

/** One entry of ORDER BY; `nulls` is null when not written (the platform then puts nulls first). */
export interface SoqlOrder extends SoqlPosition {
  value: SoqlOperand;
  direction: 'asc' | 'desc';
  nulls: 'first' | 'last' | null;
}

/** LIMIT and OFFSET take a number or a bind. */
export type SoqlCount = SoqlNumber | SoqlBind;
