/** Expected behaviour: "Formula Class" and "FormulaEval Namespace", Apex Reference Guide. */
import { runApex } from '../../apex/testing/run-apex';
import { fieldXml, objectXml, TestOrg } from '../../database/testing';
import { Decimal } from '../../values/decimal';
import { recalculate } from './recalculate';

const built = (type: string, result: string, formula: string): string =>
  `FormulaEval.FormulaInstance f = Formula.builder().withType(${type}.class)
    .withReturnType(FormulaEval.FormulaReturnType.${result}).withFormula('${formula}').build();`;

test.each([
  [
    built('Account', 'BOOLEAN', 'NumberOfEmployees > 10 && BEGINS(Name, "A")'),
    "f.evaluate(new Account(Name = 'Ab', NumberOfEmployees = 11))",
    'true'
  ],
  [built('Account', 'BOOLEAN', 'NumberOfEmployees > 10'), 'f.evaluate(new Account())', 'false'],
  [
    built('Contact', 'STRING', 'Account.Name & "-" & LastName'),
    "f.evaluate(new Contact(LastName = 'L', Account = new Account(Name = 'X')))",
    'X-L'
  ],
  [built('Contact', 'STRING', 'Account.Name & LastName'), "f.evaluate(new Contact(LastName = 'L'))", 'L'],
  [
    built('Opportunity', 'INTEGER', 'ROUND(Probability * 10, 0)'),
    '((Integer) f.evaluate(new Opportunity(Probability = 70)))',
    '7'
  ],
  [built('Opportunity', 'DOUBLE', 'Amount / 4'), 'f.evaluate(new Opportunity(Amount = 1)) instanceof Double', 'true'],
  [built('Account', 'STRING', 'Name & Name & Site'), 'f.getReferencedFields()', '{Name, Site}']
])('%s %s', (build, expression, expected) => {
  expect(runApex(`${build} return ${expression};`)).toBe(expected);
});

test.each([
  ['Nope__c + 1', 'System.FormulaValidationException: Field Nope__c does not exist. Check spelling.'],
  ['Owner.Nope__c', 'System.FormulaValidationException: Field Nope__c does not exist. Check spelling.']
])('what cannot be is refused when it is built: %s', (formula, expected) => {
  expect(runApex(`${built('Account', 'DECIMAL', formula)} return f;`)).toBe(expected);
});

test('records in memory get their formula fields anew', () => {
  const org = new TestOrg({
    metadata: {
      'objects/Line__c/Line__c.object-meta.xml': objectXml('Line'),
      'objects/Line__c/fields/Amount__c.field-meta.xml': fieldXml(
        'Number',
        '<precision>10</precision><scale>0</scale>'
      ),
      'objects/Line__c/fields/Double__c.field-meta.xml': fieldXml(
        'Number',
        '<formula>Amount__c * 2</formula><precision>18</precision><scale>0</scale>'
      )
    }
  });
  org.run(() => {
    const line = org.record('Line__c', { Name: 'l', Amount__c: 4 });
    expect(recalculate(line).errors).toEqual([]);
    expect(line.get('Double__c')).toEqual(Decimal.fromInteger(8));
    org.dml('insert', [line]);
    const [queried] = org.query('SELECT Amount__c, Double__c FROM Line__c');
    queried.set('Amount__c', Decimal.fromInteger(10));
    recalculate(queried);
    expect(queried.get('Double__c')).toEqual(Decimal.fromInteger(20));
    const [partial] = org.query('SELECT Double__c FROM Line__c');
    expect(() => recalculate(partial)).toThrow('NotModeled: recalculating Line__c.Double__c');
  });
});
