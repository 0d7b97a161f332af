/** What objects of a project's classes have beside the methods of every object. */
import { definePlatformType } from '../../declarations/define';

definePlatformType({
  namespace: 'System',
  name: 'UserObject',
  kind: 'class',
  documentation: 'Apex Developer Guide, Classes and Objects: a shallow copy by clone()',
  members: { 'Object clone()': shallowCopy }
});

/** A copy with the same field values; neither initialisers nor a constructor run. */
function shallowCopy(instance: object): object {
  const copy = Object.create(Object.getPrototypeOf(instance) as object) as object;
  return Object.assign(copy, instance);
}
