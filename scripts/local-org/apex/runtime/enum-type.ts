/**
 * What every enum constant can do; declared once, for the enums of the platform and of projects alike.
 * @see "Enum Methods", Apex Developer Guide
 */
import { definePlatformType } from '../../declarations/define';
import type { ApexEnumValue } from '../../values/enum-value';

definePlatformType({
  namespace: 'System',
  name: 'Enum',
  kind: 'class',
  documentation: 'Apex Developer Guide, Enums',
  members: {
    'String name()': (self: ApexEnumValue) => self.name,
    'Integer ordinal()': (self: ApexEnumValue) => self.ordinal,
    'String toString()': (self: ApexEnumValue) => self.name,
    'Boolean equals(Object other)': (self: ApexEnumValue, other: unknown) => self === other,
    'Integer hashCode()': (self: ApexEnumValue) => self.apexHashCode()
  }
});
