/**
 * Options of a DML call.
 * @see "DMLOptions Class", Apex Reference Guide
 */
import { definePlatformType, type Implementation } from '../../declarations/define';

/** `Database.DMLOptions`, and its inner option groups as plain objects. */
export class DmlOptions {
  optAllOrNone: boolean | null = null;
  allowFieldTruncation: boolean | null = null;
  localeOptions: string | null = null;
  readonly duplicateRuleHeader = new OptionGroup();
  readonly emailHeader = new OptionGroup();
  readonly assignmentRuleHeader = new OptionGroup();
}

/** Options that have no effect here: the org has no duplicate or assignment rules and sends no mail for them. */
class OptionGroup {
  readonly values = new Map<string, unknown>();
}

function option(
  name: 'optAllOrNone' | 'allowFieldTruncation' | 'localeOptions',
  type: string
): Record<string, Implementation> {
  return {
    [`get ${type} ${name}`]: (self: DmlOptions) => self[name],
    [`set ${type} ${name}`]: (self: DmlOptions, value: never) => {
      self[name] = value;
    }
  };
}

function groupProperty(type: string, name: string): Record<string, Implementation> {
  return {
    [`get ${type} ${name}`]: (self: OptionGroup) => self.values.get(name) ?? null,
    [`set ${type} ${name}`]: (self: OptionGroup, value: unknown) => {
      self.values.set(name, value);
    }
  };
}

const GROUPS: readonly (readonly [string, Record<string, Implementation>])[] = [
  [
    'DMLOptions.DuplicateRuleHeader',
    {
      ...groupProperty('Boolean', 'allowSave'),
      ...groupProperty('Boolean', 'includeRecordDetails'),
      ...groupProperty('Boolean', 'runAsCurrentUser')
    }
  ],
  [
    'DMLOptions.EmailHeader',
    {
      ...groupProperty('Boolean', 'triggerAutoResponseEmail'),
      ...groupProperty('Boolean', 'triggerOtherEmail'),
      ...groupProperty('Boolean', 'triggerUserEmail')
    }
  ],
  [
    'DMLOptions.AssignmentRuleHeader',
    { ...groupProperty('Id', 'assignmentRuleId'), ...groupProperty('Boolean', 'useDefaultRule') }
  ]
];

for (const [name, members] of GROUPS) definePlatformType({ name, namespace: 'Database', kind: 'class', members });

definePlatformType({
  name: 'DMLOptions',
  namespace: 'Database',
  kind: 'class',
  javaScriptClass: DmlOptions,
  members: {
    'new()': () => new DmlOptions(),
    ...option('optAllOrNone', 'Boolean'),
    ...option('allowFieldTruncation', 'Boolean'),
    ...option('localeOptions', 'String'),
    'get Database.DMLOptions.DuplicateRuleHeader duplicateRuleHeader': (self: DmlOptions) => self.duplicateRuleHeader,
    'get Database.DMLOptions.EmailHeader emailHeader': (self: DmlOptions) => self.emailHeader,
    'get Database.DMLOptions.AssignmentRuleHeader assignmentRuleHeader': (self: DmlOptions) => self.assignmentRuleHeader
  }
});
