import { PassThrough } from 'node:stream';
import { Progress } from './progress';

function shown(updates: [number, number | null][], elapsed: number): string {
  const stream = new PassThrough();
  const now = jest.spyOn(Date, 'now').mockReturnValue(1_000_000);
  const progress = new Progress(stream);
  now.mockReturnValue(1_000_000 + elapsed);
  updates.forEach(([done, total]) => progress.update(done, total));
  progress.stop();
  now.mockRestore();
  return String(stream.read() ?? '');
}

test('a long run shows how far it is', () => {
  expect(shown([[500, 2000]], 2000)).toContain('500 of 2000 rows');
});

test('without a total only the rows done are told', () => {
  const text = shown([[500, null]], 2000);
  expect(text).toContain('500 rows');
  expect(text).not.toContain('of');
});

test('a short run shows nothing', () => {
  expect(shown([[500, 2000]], 1000)).toBe('');
});
