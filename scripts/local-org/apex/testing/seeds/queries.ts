/** In SOQL, SOSL and DML. */
import type { Seeds } from './seeds';

export const QUERIES: Seeds = {
  statements: [
    [
      'List<Thing__c> t = [SELECT Missing__c FROM Thing__c]; return 1;',
      "No such column 'Missing__c' on entity 'Thing__c'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names."
    ],
    [
      'List<Thing__c> t = [SELECT Id FROM Thing__c WHERE Missing__c = 1]; return 1;',
      "No such column 'Missing__c' on entity 'Thing__c'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names."
    ],
    [
      'List<Thing__c> t = [SELECT Id FROM Thing__c ORDER BY Missing__c]; return 1;',
      "No such column 'Missing__c' on entity 'Thing__c'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names."
    ],
    [
      'List<Thing__c> t = [SELECT Missing__r.Name FROM Thing__c]; return 1;',
      "Didn't understand relationship 'Missing__r' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names."
    ],
    [
      'List<Thing__c> t = [SELECT (SELECT Id FROM Missing__r) FROM Thing__c]; return 1;',
      "Didn't understand relationship 'Missing__r' in FROM part of query call."
    ],
    ['List<SObject> t = [SELECT Id FROM Missing__c]; return 1;', "sObject type 'Missing__c' is not supported."],
    ['List<Thing__c> t = [SELECT Id FROM Thing__c WHERE Id = :missing]; return 1;', 'Variable does not exist: missing'],
    ["insert 'x'; return 1;", 'DML requires SObject or SObject list type: String'],
    ['insert new Helper(); return 1;', 'DML requires SObject or SObject list type: Helper'],
    ['Integer i = [SELECT Id FROM Thing__c]; return i;', 'Illegal assignment from List<Thing__c> to Integer'],
    [
      'List<Account> a = [SELECT Id FROM Thing__c]; return 1;',
      'Illegal assignment from List<Thing__c> to List<Account>'
    ],
    ['merge new Thing__c() new Thing__c(); return 1;', 'Specified type Thing__c cannot be merged'],
    ['merge new Account() new Contact(); return 1;', 'Invalid type for duplicate records'],
    [
      'List<AggregateResult> r = [SELECT Name, COUNT(Id) FROM Thing__c]; return 1;',
      'Field must be grouped or aggregated: Name'
    ],
    ['List<Thing__c> t = [SELECT Name, Name FROM Thing__c]; return 1;', 'duplicate field selected: Name'],
    [
      "List<Account> a = [SELECT Id FROM Account WHERE NumberOfEmployees = 'x']; return 1;",
      "value of filter criterion for field 'NumberOfEmployees' must be of type int and should not be enclosed in quotes"
    ],
    [
      'List<Account> a = [SELECT Id FROM Account ORDER BY Description]; return 1;',
      "field 'Description' can not be sorted in a query call"
    ],
    [
      'List<Thing__c> t = [SELECT Id FROM Thing__c WHERE Name = :(new Helper())]; return 1;',
      'Invalid bind expression type of Helper'
    ]
  ],
  procedures: [
    ['insert 1;', 'DML requires SObject or SObject list type: Integer'],
    ["update 'x';", 'DML requires SObject or SObject list type: String'],
    ['delete new List<Integer>();', 'DML requires SObject or SObject list type: List<Integer>'],
    ['upsert new Set<Account>();', 'DML requires SObject or SObject list type: Set<Account>'],
    ['List<Account> x = [SELECT Id FROM Contact];', 'Illegal assignment from List<Contact> to List<Account>'],
    ['Contact x = [SELECT Id FROM Account];', 'Illegal assignment from List<Account> to Contact'],
    ['Integer x = [SELECT COUNT(Id) FROM Account];', 'Illegal assignment from List<AggregateResult> to Integer'],
    [
      'List<Account> x = [SELECT Id FROM Account WHERE Name = 1];',
      "value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes"
    ],
    ['List<Account> x = [SELECT Id FROM Account WHERE Name = :missing];', 'Variable does not exist: missing'],
    ['List<AggregateResult> x = [SELECT MAX(Id), Name FROM Account];', 'Field must be grouped or aggregated: Name'],
    [
      'List<Account> x = [SELECT Id FROM Account GROUP BY Id];',
      'Illegal assignment from List<AggregateResult> to List<Account>'
    ],
    [
      'List<Account> x = [SELECT Id FROM Account ORDER BY Name FOR UPDATE];',
      'ORDER BY is not allowed in a query that locks its records with FOR UPDATE'
    ],
    ['merge new Account() new Contact();', 'Invalid type for duplicate records'],
    ['undelete 1;', 'DML requires SObject or SObject list type: Integer'],
    ['insert as user 1;', 'DML requires SObject or SObject list type: Integer'],
    ['upsert new Account() Missing;', 'Invalid field Missing for SObject Account'],
    ['upsert new Account() Account.Missing;', 'Invalid field Missing for SObject Account'],
    ["List<SObject> x = [FIND 'x' RETURNING Account];", 'Illegal assignment from List<List<SObject>> to List<SObject>']
  ]
};
