/** Field updates of workflow rules. @see "WorkflowFieldUpdate", Metadata API Developer Guide */
import { asField, evaluateFormula, formulaTree, type RecordFormulas } from '../../formula';
import { NotModeled } from '../../values/not-modeled';
import { Decimal } from '../../values/decimal';
import { transaction } from '../../transaction/transaction';
import type { FieldDefinition } from '../../schema/model';
import type { WorkflowFieldUpdate } from '../../schema/workflow-model';
import type { DmlContext } from './context';

/** The field that an update sets, and its new value. */
export function updatedValue(
  context: DmlContext,
  formulas: RecordFormulas,
  update: WorkflowFieldUpdate,
  record: ReadonlyMap<string, unknown>
): [string, unknown] {
  const { object } = context;
  const field = object.fields.get(update.field.toLowerCase());
  if (!field) throw new NotModeled(`field update ${update.name} of ${object.name}.${update.field}`);
  switch (update.operation) {
    case 'Formula':
      return [field.name, asField(field, evaluateFormula(formulaTree(update.value), formulas.scope(object, record)))];
    case 'Literal':
      return [field.name, literal(field, update)];
    case 'LookupValue':
      return [field.name, lookedUp(context, update)];
    default:
      return [field.name, null];
  }
}

function literal(field: FieldDefinition, { name, value }: WorkflowFieldUpdate): unknown {
  switch (field.type) {
    case 'BOOLEAN':
      return /^(true|1)$/i.test(value);
    case 'DOUBLE':
    case 'CURRENCY':
    case 'PERCENT':
      return Decimal.parse(value);
    case 'STRING':
    case 'TEXTAREA':
    case 'PICKLIST':
    case 'EMAIL':
    case 'PHONE':
    case 'URL':
      return value;
    default:
      throw new NotModeled(`field update ${name}: a literal for a field of type ${field.type}`);
  }
}

/** The Id of what the update names: a record type or a queue by developer name, a user by user name. */
function lookedUp({ object }: DmlContext, { name, value, lookupType }: WorkflowFieldUpdate): string {
  const { system } = transaction().org.database;
  const finders: Readonly<Record<string, () => readonly Readonly<Record<string, unknown>>[]>> = {
    RecordType: () => system.find('RecordType', { SobjectType: object.name, DeveloperName: value }),
    Queue: () => system.find('Group', { Type: 'Queue', DeveloperName: value }),
    User: () => system.find('User', { Username: value })
  };
  const [row] = finders[lookupType ?? '']?.() ?? [];
  if (!row) throw new NotModeled(`field update ${name}: the ${lookupType ?? 'record'} ${value}`);
  return String(row['Id']);
}
