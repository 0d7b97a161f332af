/**
 * The status of a campaign's member says whether it has responded.
 * @see "CampaignMember" (Status, HasResponded, FirstRespondedDate) and "CampaignMemberStatus", Object Reference
 */
import { transaction } from '../../transaction/transaction';
import { ApexDatetime } from '../../values/datetime';
import type { DmlContext } from './context';
import type { DmlRow } from './row';

/**
 * What a campaign has without statuses of its own ("Add or Change Member Statuses", Salesforce Help). A campaign that Apex
 * makes has no rows of them: tests of public packages count those that they insert themselves.
 */
const IMPLIED_STATUSES: readonly SystemRow[] = [
  { Label: 'Sent', IsDefault: true, HasResponded: false },
  { Label: 'Responded', IsDefault: false, HasResponded: true }
];

/**
 * Completes members that get a status with what it means.
 * @param stored the members as they were, by Id; null for new ones, which have the campaign's default status
 */
export function completeMembers(
  context: DmlContext,
  rows: readonly DmlRow[],
  stored: ReadonlyMap<string, ReadonlyMap<string, unknown>> | null
): void {
  if (context.object.name !== 'CampaignMember') return;
  for (const { id, changes } of rows) {
    const before = stored?.get(id as string);
    if (stored && !changes.has('Status')) continue;
    const statuses = statusesOf(changes.get('CampaignId') ?? before?.get('CampaignId'));
    if ((changes.get('Status') ?? null) === null) changes.set('Status', statuses.find(isDefault)?.['Label'] ?? null);
    const label = String(changes.get('Status')).toLowerCase();
    const status = statuses.find((one) => String(one['Label']).toLowerCase() === label);
    const hasResponded = status?.['HasResponded'] === true;
    changes.set('HasResponded', hasResponded);
    if (hasResponded && (before?.get('FirstRespondedDate') ?? null) === null)
      changes.set('FirstRespondedDate', new ApexDatetime(context.stamp.now).dateIn(context.stamp.timeZone));
  }
}

type SystemRow = Readonly<Record<string, unknown>>;

function statusesOf(campaignId: unknown): readonly SystemRow[] {
  const own = transaction().org.database.system.find('CampaignMemberStatus', { CampaignId: campaignId });
  return own.length > 0 ? own : IMPLIED_STATUSES;
}

function isDefault(status: SystemRow): boolean {
  return status['IsDefault'] === true;
}
