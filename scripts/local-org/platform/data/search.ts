/** `System.Search`, and what tests let searches find. @see "Search Class", Apex Reference Guide */
import { runSearch, setFixedSearchResults, SoqlError } from '../../database';
import { parseSosl } from '../../soql/parse/sosl';
import { SoqlSyntaxError } from '../../soql/parse/syntax-error';
import { definePlatformType, extendPlatformType } from '../../declarations/define';
import { required } from '../../declarations/arguments';
import { boundVariable } from './bind-scope';
import { QueryException } from '../../values/exceptions';
import type { ApexList } from '../../values/list';
import { isUserMode, type AccessLevel } from './access-level';

function search(text: string | null, access: AccessLevel | null = null): ApexList {
  try {
    const query = parseSosl(required(text, 1));
    return runSearch(query, query.binds.map(boundVariable), isUserMode(access));
  } catch (error) {
    if (error instanceof SoqlSyntaxError || error instanceof SoqlError) throw new QueryException(error.message);
    throw error;
  }
}

definePlatformType({
  namespace: 'System',
  name: 'Search',
  kind: 'class',
  documentation: 'Search Class, Apex Reference Guide',
  members: {
    'static List<List<SObject>> query(String query)': (text: string | null) => search(text),
    'static List<List<SObject>> query(String query, System.AccessLevel accessLevel)': search
  }
});

extendPlatformType('System.Test', {
  'static void setFixedSearchResults(List<Id> fixedSearchResults)': (ids: ApexList | null) =>
    setFixedSearchResults(required(ids, 1).items as string[])
});
