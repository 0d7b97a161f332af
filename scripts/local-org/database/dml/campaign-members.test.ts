/** "CampaignMember" and "CampaignMemberStatus", Object Reference. */
import type { SObjectRecord } from '../../records/sobject-record';
import { TestOrg } from '../testing';

const org = new TestOrg();

const member = (): unknown[] => {
  const [row] = org.query('SELECT Status, HasResponded, FirstRespondedDate FROM CampaignMember');
  return ['Status', 'HasResponded', 'FirstRespondedDate'].map((name) => row?.get(name) ?? null).map(plain);
};
const plain = (value: unknown): unknown => (value !== null && typeof value === 'object' ? 'a date' : value);

function inserted(object: string, values: Readonly<Record<string, unknown>>): SObjectRecord {
  const record = org.record(object, values);
  org.dml('insert', [record]);
  return record;
}

test('the status of a member says whether it has responded; without statuses of the campaign, one of the usual two', () => {
  org.run(() => {
    const campaign = inserted('Campaign', { Name: 'Spring' });
    const contact = inserted('Contact', { LastName: 'Someone' });
    const record = inserted('CampaignMember', { CampaignId: campaign.id, ContactId: contact.id });
    expect(member()).toEqual(['Sent', false, null]);
    org.dml('update', [org.record('CampaignMember', { Id: record.id, Status: 'responded' })]);
    expect(member()).toEqual(['responded', true, 'a date']);
    org.dml('update', [org.record('CampaignMember', { Id: record.id, Status: 'Sent' })]);
    expect(member()).toEqual(['Sent', false, 'a date']);
    inserted('CampaignMemberStatus', { CampaignId: campaign.id, Label: 'Came', HasResponded: true });
    org.dml('update', [org.record('CampaignMember', { Id: record.id, Status: 'Came' })]);
    expect(member()).toEqual(['Came', true, 'a date']);
  });
});
