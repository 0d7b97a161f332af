/** Methods of `Test` that are about records. @see "Test Class", Apex Reference Guide */
import { recordOfId } from '../../records/record-of-id';
import { extendPlatformType } from '../../declarations/define';
import { required } from '../../declarations/arguments';
import { transaction } from '../../transaction/transaction';
import type { ApexDatetime } from '../../values/datetime';
import type { ApexList } from '../../values/list';

function setCreatedDate(recordId: string | null, createdDate: ApexDatetime | null): void {
  const { org } = transaction();
  const { id, definition } = recordOfId(org.schema, required(recordId, 1));
  org.database.system.update(definition.name, id as string, { CreatedDate: required(createdDate, 2) });
}

/** The group's permission sets count from here on. @see "calculatePermissionSetGroup", Test Class, Apex Reference Guide */
function calculateGroup(groupId: string | null): void {
  const { org } = transaction();
  org.database.system.update('PermissionSetGroup', required(groupId, 1), { Status: 'Updated' });
  org.access.forget();
}

function standardPricebookId(): unknown {
  const [pricebook] = transaction().org.database.system.find('Pricebook2', { IsStandard: true });
  return pricebook['Id'];
}

extendPlatformType('System.Test', {
  'static void calculatePermissionSetGroup(Id psgId)': calculateGroup,
  'static void calculatePermissionSetGroup(List<Id> psgIds)': (ids: ApexList | null) => {
    for (const id of required(ids, 1).items) calculateGroup(id as string | null);
  },
  'static void setCreatedDate(Id recordId, Datetime createdDate)': setCreatedDate,
  'static Id getStandardPricebookId()': standardPricebookId
});
