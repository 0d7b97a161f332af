import { pieceCount, pieces } from 'c/csvPieces';

async function cut(text: string, most: number): Promise<string[]> {
  const found: string[] = [];
  for await (const piece of pieces(new Blob([text]), most)) {
    const bytes = Uint8Array.from(atob(piece), (character) => character.charCodeAt(0));
    expect(bytes.length).toBeLessThanOrEqual(most);
    found.push(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  }
  return found;
}

it('sends a small file in one piece, and an empty one too', async () => {
  expect(await cut('a,b\n1,2\n', 100)).toEqual(['a,b\n1,2\n']);
  expect(await cut('', 100)).toEqual(['']);
});

it('cuts behind whole lines', async () => {
  expect(await cut('a,b\n1,2\n3,4', 7)).toEqual(['a,b\n', '1,2\n3,4']);
});

it('cuts between characters where a line is longer than a piece', async () => {
  expect(await cut('ééé', 3)).toEqual(['é', 'é', 'é']);
  expect(await cut('a😀b', 4)).toEqual(['a', '😀', 'b']);
});

it('loses nothing wherever it cuts', async () => {
  const text = Array.from({ length: 200 }, (_, line) => `${'ü'.repeat(line % 7)},${line}`).join('\n');
  for (const most of [5, 16, 33, 64]) {
    expect((await cut(text, most)).join('')).toBe(text);
  }
});

it('tells how many pieces there will be', () => {
  expect(pieceCount({ size: 0 } as Blob)).toBe(1);
  expect(pieceCount({ size: 1_500_000 } as Blob)).toBe(2);
});
