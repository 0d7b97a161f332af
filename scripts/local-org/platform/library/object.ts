import { definePlatformType } from '../define';
import { hashOf, valuesEqual } from '../values/keys';
import { stringOf } from '../values/text';

definePlatformType({
  namespace: 'System',
  name: 'Object',
  kind: 'class',
  documentation: 'Object Class, Apex Reference Guide',
  members: {
    'Boolean equals(Object other)': (self: unknown, other: unknown) => valuesEqual(self, other),
    'Integer hashCode()': (self: unknown) => hashOf(self),
    'String toString()': (self: unknown) => stringOf(self)
  }
});
