/** `System.SelectOption`: one choice of a page's list. @see "SelectOption Class", Apex Reference Guide */
import { definePlatformType } from '../../../declarations/define';
import { compareValues } from '../../../values/compare';
import { required } from '../../../declarations/arguments';

class SelectOption {
  value: string;
  label: string;
  isDisabled: boolean;
  escapesItem = true;

  constructor(value: string | null, label: string | null, isDisabled: boolean | null = false) {
    this.value = required(value, 1);
    this.label = required(label, 2);
    this.isDisabled = required(isDisabled, 3);
  }

  /** "List Class", `sort()`, Apex Reference Guide: by value, then by label. */
  apexCompareTo(other: SelectOption): number {
    return compareValues(this.value, other.value) || compareValues(this.label, other.label);
  }
}

definePlatformType({
  namespace: 'System',
  name: 'SelectOption',
  kind: 'class',
  javaScriptClass: SelectOption,
  documentation: 'SelectOption Class, Apex Reference Guide',
  members: {
    'new(String value, String label)': (value: string | null, label: string | null) => new SelectOption(value, label),
    'new(String value, String label, Boolean isDisabled)': (
      value: string | null,
      label: string | null,
      isDisabled: boolean | null
    ) => new SelectOption(value, label, isDisabled),
    'Boolean getDisabled()': (self: SelectOption) => self.isDisabled,
    'Boolean getEscapeItem()': (self: SelectOption) => self.escapesItem,
    'String getLabel()': (self: SelectOption) => self.label,
    'String getValue()': (self: SelectOption) => self.value,
    'void setDisabled(Boolean isDisabled)': (self: SelectOption, isDisabled: boolean | null) => {
      self.isDisabled = required(isDisabled, 1);
    },
    'void setEscapeItem(Boolean itemsArentEscaped)': (self: SelectOption, escapes: boolean | null) => {
      self.escapesItem = required(escapes, 1);
    },
    'void setLabel(String label)': (self: SelectOption, label: string | null) => {
      self.label = required(label, 1);
    },
    'void setValue(String value)': (self: SelectOption, value: string | null) => {
      self.value = required(value, 1);
    }
  }
});
