import { definePlatformType } from '../../../declarations/define';
import { escapeMembers } from './escapes';
import { partMembers } from './parts';
import { predicateMembers } from './predicates';
import { searchMembers } from './search';
import { staticMembers } from './statics';
import { wholeMembers } from './whole';

definePlatformType({
  namespace: 'System',
  name: 'String',
  kind: 'class',
  documentation: 'String Class, Apex Reference Guide',
  members: {
    ...searchMembers,
    ...partMembers,
    ...wholeMembers,
    ...predicateMembers,
    ...escapeMembers,
    ...staticMembers
  }
});
