import '../../org';
import { RuntimeType } from './runtime-type';
import { TypeNames } from './type-names';

/** @see "Type Class", forName(fullyQualifiedName), Apex Reference Guide */
const invoice = new RuntimeType('Invoice', 'class');
const schema = { object: () => undefined, objects: () => [], byKeyPrefix: () => undefined };
const own = (name: string): RuntimeType | undefined => (name === 'invoice' ? invoice : undefined);

test('a class is found by the namespace of its project too', () => {
  const names = new TypeNames(schema, own, 'Acme');
  expect(names.find('acme.Invoice')).toBe(invoice);
  expect(names.find('Invoice')).toBe(invoice);
  expect(names.find('other.Invoice')).toBeUndefined();
  expect(names.find('acme.Nothing')).toBeUndefined();
});

test('without a namespace only the plain name is known', () => {
  const names = new TypeNames(schema, own);
  expect(names.find('acme.Invoice')).toBeUndefined();
  expect(names.find('Invoice')).toBe(invoice);
});

test('Object goes by the name it has in messages', () => {
  expect(new TypeNames(schema, own).find('List<ANY>')?.name).toBe('List<Object>');
});
