import type { ExtraField } from '../../local-org/schema/build-schema';
import { ApexBlob } from '../../local-org/values/blob';
import type { EngineOrg } from './engine-org';

/** Fields that the stories need beside those that every contact has. */
export const FIELDS: readonly ExtraField[] = [
  { object: 'Contact', name: 'Key__c', label: 'Key', type: 'STRING', length: 40 },
  { object: 'Contact', name: 'Score__c', label: 'Score', type: 'DOUBLE', precision: 5, scale: 1 }
];

/** A report with every outcome there is, in three slices of three rows. */
export const REPORT = [
  'Key,Title,Email,Score',
  'ada,Engineer,ada@example.com,4.5',
  'bea,Analyst,bea@example.com,1',
  ',Nobody,,',
  'cid,Captain,cid@example.com,much',
  'zoe,Unknown,,',
  'twin,Both,,',
  'dan,Driver,no address,2',
  'ADA,Architect,,',
  'eve,Editor,,5',
  ''
].join('\n');

const CONTACTS = [
  { Key__c: 'ada', Title: 'Junior' },
  { Key__c: 'bea', Title: 'Analyst', Email: 'bea@example.com', Score__c: 1 },
  { Key__c: 'cid', Title: 'Cook' },
  { Key__c: 'twin', Title: 'One', FirstName: 'One' },
  { Key__c: 'twin', Title: 'Other', FirstName: 'Other' },
  { Key__c: 'dan', Title: 'Dancer' },
  { Key__c: 'eve', Title: 'Eater' }
];

/** Columns that are mapped, and their fields. */
export const MAPPINGS: Readonly<Record<string, string>> = { Title: 'Title', Email: 'Email', Score: 'Score__c' };

/** Loads the contacts of the story. */
export function addContacts(org: EngineOrg, contacts: readonly Record<string, unknown>[] = CONTACTS): void {
  org.insert(
    'Contact',
    contacts.map((contact, index) => ({ LastName: `Person ${index} ${String(contact['Key__c'])}`, ...contact }))
  );
}

/** What an integration of the story may differ in. */
export interface Integration {
  readonly id?: string;
  readonly name?: string;
  readonly sourceKind?: 'Api' | 'Csv' | 'Upload';
  readonly reportId?: string;
  readonly objectApiName?: string;
  readonly keyColumn?: string;
  readonly keyField?: string;
  readonly onAmbiguous?: 'None' | 'All';
  readonly mappings?: Readonly<Record<string, string>>;
}

/** Saves an integration of the story. @returns its Id */
export function saveIntegration(org: EngineOrg, integration: Integration = {}): string {
  const { mappings = MAPPINGS, sourceKind = 'Api', ...rest } = integration;
  const input = {
    name: 'Story',
    environmentName: 'Production',
    reportId: 'story',
    reportName: 'Story',
    objectApiName: 'Contact',
    keyColumn: 'Key',
    keyField: 'Key__c',
    onAmbiguous: 'None',
    sourceKind,
    mappings: Object.entries(mappings).map(([column, field]) => ({
      column,
      field,
      blankPolicy: 'Keep',
      truncate: false
    })),
    ...rest
  };
  return org.call('IntegrationController', 'save', { input });
}

/**
 * Uploads a report as a file, or as a new version of one.
 * @returns Id of its document
 */
export function upload(org: EngineOrg, text: string, ContentDocumentId?: string): string {
  const file = { PathOnClient: 'story.csv', VersionData: new ApexBlob(Buffer.from(text)) };
  const [id] = org.insert('ContentVersion', [ContentDocumentId ? { ...file, ContentDocumentId } : file]);
  return String(org.query('SELECT ContentDocumentId FROM ContentVersion WHERE Id = :id', { id })[0].ContentDocumentId);
}

/** Lets no slice of any run read more rows than this. */
export function limitSlices(org: EngineOrg, rows: number): void {
  const [{ Id: owner }] = org.query<{ Id: string }>('SELECT Id FROM Organization');
  org.remove('Sync_Settings__c', { SetupOwnerId: owner });
  org.services.database.system.insert('Sync_Settings__c', { SetupOwnerId: owner, Most_Rows_Per_Slice__c: rows });
}
