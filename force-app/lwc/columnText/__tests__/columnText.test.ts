import { columnOption, columnSamples, columnType } from 'c/columnText';

it('names the types of columns, and one it does not know as it is', () => {
  const types = (['text', 'number', 'date', 'datetime', 'boolean'] as const).map((type) => columnType({ type }));
  expect(types).toEqual(['Text', 'Number', 'Date', 'Date and time', 'Yes/no']);
  expect(columnType({ type: 'blob' as 'text' })).toBe('blob');
});

it('shows samples, or says that there are none', () => {
  expect(columnSamples({ samples: ['1', '2'] })).toBe('1, 2');
  expect(columnSamples({ samples: [] })).toBe('no values in the first rows');
});

it('makes an entry to choose of a column', () => {
  expect(columnOption({ name: 'Answer', type: 'number', samples: ['7'] })).toEqual({
    value: 'Answer',
    label: 'Answer',
    detail: 'Number · 7'
  });
});
