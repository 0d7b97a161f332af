/** Reads workflow rules and the actions that they name. @see "Workflow", Metadata API Developer Guide */
import { flag, nodes, number, readMetadata, text, type MetadataFile, type XmlNode } from '../../project/metadata-files';
import type { WorkflowCriteria, WorkflowFieldUpdate, WorkflowRuleDefinition, WorkflowTask } from '../workflow-model';

/** The active rules of one object's file. */
export function workflowRules(file: MetadataFile): WorkflowRuleDefinition[] {
  const root = readMetadata(file.path);
  return nodes(root, 'rules')
    .filter((rule) => flag(rule, 'active'))
    .map((rule) => workflowRule(file.name, root, rule));
}

function workflowRule(objectName: string, root: XmlNode, rule: XmlNode): WorkflowRuleDefinition {
  const updates = actions(root, rule, 'FieldUpdate', 'fieldUpdates');
  const tasks = actions(root, rule, 'Task', 'tasks');
  return {
    name: decoded(text(rule, 'fullName') ?? ''),
    when: (text(rule, 'triggerType') ?? 'onAllChanges') as WorkflowRuleDefinition['when'],
    criteria: criteria(objectName, rule),
    updates: updates.map(fieldUpdate),
    tasks: tasks.map(task),
    unmodeled:
      unmodeledTrigger(objectName, rule) ?? updates.map(unmodeledUpdate).concat(tasks.map(unmodeledTask)).find(Boolean)
  };
}

/** Characters of names that a file name could not hold stand as `%28`. */
function decoded(name: string): string {
  return name.replace(/%([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** The definitions of a rule's actions of one type; those that the file lacks belong to another package. */
function actions(root: XmlNode, rule: XmlNode, type: string, element: string): XmlNode[] {
  const names = nodes(rule, 'actions')
    .filter((action) => text(action, 'type') === type)
    .map((action) => text(action, 'name'));
  return nodes(root, element).filter((definition) => names.includes(text(definition, 'fullName')));
}

function criteria(objectName: string, rule: XmlNode): WorkflowCriteria {
  const formula = text(rule, 'formula');
  if (formula !== undefined) return { formula };
  const items = nodes(rule, 'criteriaItems').map((item) => ({
    field: withoutObject(objectName, text(item, 'field') ?? ''),
    operation: text(item, 'operation') ?? '',
    value: text(item, 'value') ?? ''
  }));
  return { items, logic: text(rule, 'booleanFilter') };
}

function withoutObject(objectName: string, name: string): string {
  const [object, ...rest] = name.split('.');
  return object.toLowerCase() === objectName.toLowerCase() ? rest.join('.') : name;
}

function fieldUpdate(node: XmlNode): WorkflowFieldUpdate {
  return {
    name: text(node, 'fullName') ?? '',
    field: text(node, 'field') ?? '',
    operation: text(node, 'operation') ?? '',
    value: text(node, 'formula') ?? text(node, 'literalValue') ?? text(node, 'lookupValue') ?? '',
    lookupType: text(node, 'lookupValueType')
  };
}

function task(node: XmlNode): WorkflowTask {
  return {
    subject: text(node, 'subject') ?? '',
    status: text(node, 'status') ?? '',
    priority: text(node, 'priority') ?? '',
    description: text(node, 'description'),
    dueDays: number(node, 'dueDateOffset')
  };
}

function unmodeledTrigger(objectName: string, rule: XmlNode): string | undefined {
  if (nodes(rule, 'workflowTimeTriggers').length > 0) return 'time-dependent actions';
  const items = nodes(rule, 'criteriaItems');
  if (items.some((item) => text(item, 'valueField') !== undefined)) return 'criteria that compare fields';
  if (items.some((item) => withoutObject(objectName, text(item, 'field') ?? '').includes('.')))
    return 'criteria on other objects';
  return undefined;
}

function unmodeledUpdate(node: XmlNode): string | undefined {
  if (text(node, 'targetObject') !== undefined) return 'field updates of other records';
  if (flag(node, 'reevaluateOnChange')) return 'rules evaluated again after a field update';
  const operation = text(node, 'operation') ?? '';
  return ['Formula', 'Literal', 'LookupValue', 'Null'].includes(operation)
    ? undefined
    : `field updates of kind ${operation}`;
}

function unmodeledTask(node: XmlNode): string | undefined {
  if (text(node, 'assignedToType') !== 'owner') return `tasks assigned to ${text(node, 'assignedToType') ?? 'nobody'}`;
  return text(node, 'offsetFromField') === undefined ? undefined : 'due dates by a field';
}
