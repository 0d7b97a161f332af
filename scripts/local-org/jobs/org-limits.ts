/**
 * `System.OrgLimits`, as far as the local org counts: what is not here is not modelled, and `getMap` does not hold it.
 * @see "OrgLimits Class" and "OrgLimit Class", Apex Reference Guide
 */
import { definePlatformType } from '../declarations/define';
import { sentEmails, SINGLE_EMAILS_A_DAY } from '../platform/library/messaging/email';
import { newList } from '../declarations/platform-lists';
import type { OrgServices } from '../transaction/org-services';
import { transaction } from '../transaction/transaction';
import { ApexMap } from '../values/map';
import { runtimeType } from '../values/runtime-type';

const DAY = 86_400_000;

/** One limit of the org. */
interface OrgLimit {
  readonly name: string;
  readonly limit: number;
  readonly used: number;
}

/** `System.OrgLimit`. */
class ApexOrgLimit {
  readonly values: OrgLimit;

  constructor(values: OrgLimit) {
    this.values = values;
  }
}

/** "Execution Governors and Limits", Apex Developer Guide: asynchronous Apex executions in 24 hours. */
export const ASYNC_EXECUTIONS = 250_000;

/** The limits that the local org counts, by name. */
export function orgLimits(org: OrgServices): readonly OrgLimit[] {
  const { database, clock } = org;
  const since = new Date(clock.now() - DAY).toISOString();
  const rows = database.queryPlain(`SELECT Id FROM AsyncApexJob WHERE CreatedDate >= ${since}`);
  return [
    { name: 'DailyAsyncApexExecutions', limit: ASYNC_EXECUTIONS, used: rows.length },
    { name: 'SingleEmail', limit: SINGLE_EMAILS_A_DAY, used: sentEmails(org).length }
  ];
}

definePlatformType({
  namespace: 'System',
  name: 'OrgLimit',
  kind: 'class',
  javaScriptClass: ApexOrgLimit,
  documentation: 'OrgLimit Class, Apex Reference Guide',
  members: {
    'String getName()': ({ values }: ApexOrgLimit) => values.name,
    'Integer getLimit()': ({ values }: ApexOrgLimit) => values.limit,
    'Integer getValue()': ({ values }: ApexOrgLimit) => values.used
  }
});

definePlatformType({
  namespace: 'System',
  name: 'OrgLimits',
  kind: 'class',
  documentation: 'OrgLimits Class, Apex Reference Guide',
  members: {
    'static List<System.OrgLimit> getAll()': () =>
      newList(
        'System.OrgLimit',
        orgLimits(transaction().org).map((limit) => new ApexOrgLimit(limit))
      ),
    'static Map<String, System.OrgLimit> getMap()': () => {
      const map = new ApexMap(runtimeType('Map<String,System.OrgLimit>'));
      for (const limit of orgLimits(transaction().org)) map.put(limit.name, new ApexOrgLimit(limit));
      return map;
    }
  }
});
