import { columnsOf } from './column-types';

test.each([
  ['boolean', ['true', 'FALSE', '']],
  ['number', ['0', '-1.5', '+2', '1e6', ' 3 ']],
  ['date', ['2026-11-02']],
  ['datetime', ['2026-11-02 12:53:29', '2026-11-02T12:53Z', '2026-11-02T12:53:29.5+02:00']],
  ['text', []],
  ['text', ['', ' ']],
  ['text', ['1', 'x']],
  ['text', ['007']],
  ['text', ['1,000']],
  ['text', ['2026-13-01']],
  ['text', ['yes', 'no']],
  ['text', ['2026-11-02', '2026-11-02 12:53:29']]
])('%s: %j', (type, values) => {
  expect(
    columnsOf(
      ['Column'],
      values.map((value) => [value])
    )[0].type
  ).toBe(type);
});

test('samples are distinct, few and short; a missing cell counts as blank', () => {
  const rows = [['a'], ['a'], [''], [], ...[1, 2, 3, 4, 5].map((number) => [`${number}`.repeat(300)])];
  const [{ samples }] = columnsOf(['Column'], rows);
  expect(samples).toEqual(['a', ...[1, 2, 3, 4].map((number) => `${number}`.repeat(200))]);
});
