import { existsSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from '../testing/fixtures';
import { buildIntoCache, bundle, contentKey, filesBelow, isCached } from './cache';

describe('the key of a bundle', () => {
  it('changes with the content, name and number of files, and with nothing else', () => {
    const folder = folderWith({ 'a.ts': 'one', 'b.ts': 'two' });
    const files = [join(folder, 'a.ts'), join(folder, 'b.ts')];
    const before = contentKey(folder, files, 'tools');
    expect(contentKey(folder, [...files].reverse(), 'tools')).toBe(before);
    expect(contentKey(folder, files, 'newer tools')).not.toBe(before);
    expect(contentKey(folder, files.slice(1), 'tools')).not.toBe(before);
    writeFileSync(files[0], 'ONE');
    expect(contentKey(folder, files, 'tools')).not.toBe(before);
  });

  it('is the same wherever the project is', () => {
    const key = (folder: string): string => contentKey(folder, [join(folder, 'a.ts')], '');
    expect(key(folderWith({ 'a.ts': 'one' }))).toBe(key(folderWith({ 'a.ts': 'one' })));
  });
});

describe('the cache', () => {
  it('holds a bundle once it is built', async () => {
    const cache = folderWith({});
    const built = bundle(cache, 'pages', '123', async () => ({ 'sub/page.js': 'code' }));
    expect(isCached(built)).toBe(false);
    await buildIntoCache(built);
    expect(isCached(built)).toBe(true);
    expect(readFileSync(join(built.folder, 'sub/page.js'), 'utf8')).toBe('code');
  });

  it('holds nothing of a build that failed', async () => {
    const cache = folderWith({});
    const failing = bundle(cache, 'pages', '123', () => Promise.reject(new Error('No.')));
    await expect(buildIntoCache(failing)).rejects.toThrow('No.');
    expect(readdirSync(cache)).toEqual([]);
  });

  it('forgets all but the latest bundles of a name', async () => {
    const cache = folderWith({ 'other-1/kept.js': '' });
    for (const key of [1, 2, 3, 4, 5]) {
      const built = bundle(cache, 'pages', String(key), async () => ({ 'page.js': '' }));
      await buildIntoCache(built);
      utimesSync(built.folder, key, key);
    }
    expect(readdirSync(cache).sort()).toEqual(['other-1', 'pages-3', 'pages-4', 'pages-5']);
  });
});

describe('the files below a folder', () => {
  it('are found at any depth, and are none where there is no folder', () => {
    const folder = folderWith({ 'a.ts': '', 'b/c.ts': '', 'b/d.css': '' });
    expect(filesBelow(folder, (path) => path.endsWith('.ts'))).toEqual([join(folder, 'a.ts'), join(folder, 'b/c.ts')]);
    expect(filesBelow(join(folder, 'none'), () => true)).toEqual([]);
    expect(existsSync(folder)).toBe(true);
  });
});
