import { parseSoql } from '../../soql/parse';
import { soqlText } from './text';

test.each([
  "SELECT Id, Owner.Name o FROM Contact c WHERE (Name LIKE 'a%' AND (NOT Age__c > 3)) ORDER BY Name DESC NULLS LAST LIMIT 5 OFFSET 2",
  'SELECT COUNT(Id) total, AccountId FROM Contact GROUP BY AccountId HAVING COUNT(Id) > 1',
  'SELECT Id, (SELECT Id FROM Contacts) FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE CreatedDate = LAST_N_DAYS:5)',
  "SELECT FIELDS(ALL) FROM Account WHERE Type IN ('a', 'it\\'s') WITH USER_MODE LIMIT 200 FOR UPDATE",
  'SELECT TYPEOF What WHEN Account THEN Phone, Name ELSE Name END FROM Event WHERE IsAllDayEvent = TRUE AND Amount__c = USD5',
  'SELECT Id FROM Account USING SCOPE mine WHERE CreatedDate > 2020-01-31T10:00:00Z ALL ROWS'
])('gives a query back: %s', (text) => {
  const printed = soqlText(parseSoql(text));
  expect(withoutPositions(parseSoql(printed))).toEqual(withoutPositions(parseSoql(text)));
});

test('names binds as the platform does', () => {
  expect(soqlText(parseSoql('SELECT Id FROM Contact WHERE Name = :name AND Id IN :ids'))).toBe(
    'SELECT Id FROM Contact WHERE (Name = :tmpVar1 AND Id IN :tmpVar2)'
  );
});

function withoutPositions(tree: unknown): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, value: unknown) => (key === 'line' || key === 'column' ? undefined : value))
  );
}
