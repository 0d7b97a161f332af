import { canonicalId, idSuffix, makeId, restoreIdCase, toId18 } from './record-id';

/** Pairs from "18-digit ID" in the SOAP API Developer Guide and public examples of real Ids. */
describe('record Ids', () => {
  test.each([
    ['001000000000001', '001000000000001AAA'],
    ['0015e00000AYy8C', '0015e00000AYy8CAAT'],
    ['00D000000000062', '00D000000000062EAA']
  ])('%s is %s in 18 characters', (id15, id18) => {
    expect(toId18(id15)).toBe(id18);
    expect(id15 + idSuffix(id15)).toBe(id18);
  });

  test('an 18 character Id stays as given, regains its case, or its own suffix', () => {
    expect(toId18('0016g0000000000001')).toBe('0016g0000000000001');
    expect(restoreIdCase('0015E00000AYY8CAAT')).toBe('0015e00000AYy8CAAT');
    expect(canonicalId('0015e00000AYy8C000')).toBe('0015e00000AYy8CAAT');
  });

  test.each(['', 'abc', '00100000000000!', '001000000000001AA!', '0010000000000012'])('%p is no Id', (text) => {
    expect(toId18(text)).toBeNull();
  });

  test('made Ids are valid and in order', () => {
    const ids = [1, 2, 61, 62, 4000, 238_328].map((serial) => makeId('a00', serial));
    expect(ids.map(toId18)).toEqual(ids);
    expect([...ids].sort()).toEqual(ids);
    expect(ids[0]).toMatch(/^a00L00000000001/);
  });
});
