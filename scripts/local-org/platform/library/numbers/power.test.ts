import { raise } from './power';

test('powers of ten are the numbers that stand in source', () => {
  for (let exponent = -305; exponent <= 308; exponent += 1) {
    expect(raise(10, exponent)).toBe(Number(`1e${exponent}`));
  }
});

test('whole powers of whole numbers are exact before they are rounded', () => {
  for (let base = 2; base < 40; base += 1) {
    for (let exponent = 2; exponent < 60; exponent += 7) {
      expect(raise(base, exponent)).toBe(Number(BigInt(base) ** BigInt(exponent)));
    }
  }
});

/** @see java.lang.Math.pow, special cases */
test.each([
  [-2, 3, -8],
  [-2, -3, -0.125],
  [-1.5, 2, 2.25],
  [0.5, -3, 8],
  [3, 0, 1],
  [0, -1, Infinity],
  [2, 0.5, Math.SQRT2],
  [-8, 1 / 3, NaN],
  [10, 400, Infinity],
  [10, -400, 0]
])('%d to the power of %d', (base, exponent, result) => {
  expect(raise(base, exponent)).toBe(result);
});
