/** Expected behaviour: "convertTimezone() in Date Functions" and "USING SCOPE", SOQL and SOSL Reference. */
import { ApexDatetime } from '../../values/datetime';
import { fieldXml, objectXml, TestOrg } from '../testing';

const org = new TestOrg({
  metadata: {
    'objects/Visit__c/Visit__c.object-meta.xml': objectXml('Visit'),
    'objects/Visit__c/fields/At__c.field-meta.xml': fieldXml('DateTime')
  }
});
org.database.system.update('User', org.database.administratorId, { TimeZoneSidKey: 'Europe/Paris' });
org.restoreAfterEach();

test('a date function of a converted moment takes the clocks of the user, summer time included', () => {
  org.run(() => {
    const moments = [Date.UTC(2024, 0, 1, 23, 30), Date.UTC(2024, 6, 1, 22, 30)];
    org.dml(
      'insert',
      moments.map((moment) => org.record('Visit__c', { Name: 'v', At__c: new ApexDatetime(moment) }))
    );
    const hours = (field: string): unknown[] =>
      org.column(
        `SELECT HOUR_IN_DAY(${field}) h FROM Visit__c GROUP BY HOUR_IN_DAY(${field}) ORDER BY HOUR_IN_DAY(${field})`
      );
    expect(hours('At__c')).toEqual([22, 23]);
    expect(hours('convertTimezone(At__c)')).toEqual([0]);
    const where = 'WHERE DAY_ONLY(convertTimezone(At__c)) = 2024-01-02';
    expect(org.query(`SELECT Id FROM Visit__c ${where}`)).toHaveLength(1);
  });
});

test('the scope mine shows the records of the user', () => {
  org.run(() => {
    const other = org.database.system.insert('User', { Username: 'other@example.com', LastName: 'Other' });
    org.dml('insert', [
      org.record('Visit__c', { Name: 'own' }),
      org.record('Visit__c', { Name: 'not', OwnerId: other })
    ]);
    expect(org.column('SELECT Name FROM Visit__c USING SCOPE mine WHERE At__c = null')).toEqual(['own']);
    expect(org.query('SELECT Name FROM Visit__c USING SCOPE everything WHERE At__c = null')).toHaveLength(2);
  });
});

test('a query that locks records has no order (Locking Statements, Apex Developer Guide)', () => {
  org.run(() => {
    expect(() => org.query('SELECT Id FROM Visit__c ORDER BY Name FOR UPDATE')).toThrow('ORDER BY is not allowed');
  });
});
