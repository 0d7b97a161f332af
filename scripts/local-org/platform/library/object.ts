import { definePlatformType, type Implementation } from '../../declarations/define';
import { hashOf, valuesEqual } from '../../values/keys';
import { stringOf } from '../../values/text';

/** What every value answers; types that declare their own members carry these as well. */
export const objectMembers: Readonly<Record<string, Implementation>> = {
  'Boolean equals(Object other)': (self: unknown, other: unknown) => valuesEqual(self, other),
  'Integer hashCode()': (self: unknown) => hashOf(self),
  'String toString()': (self: unknown) => stringOf(self)
};

definePlatformType({
  namespace: 'System',
  name: 'Object',
  kind: 'class',
  documentation: 'Object Class, Apex Reference Guide',
  members: objectMembers
});
