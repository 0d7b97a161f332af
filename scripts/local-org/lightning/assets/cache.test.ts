import { existsSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from '../testing/fixtures';
import { bundle, contentKey, filesBelow, isCached, keep } from './cache';

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
  it('holds a bundle once it is kept, and nothing half-written beside it', () => {
    const cache = folderWith({});
    const built = bundle(cache, 'pages', '123');
    expect(isCached(built)).toBe(false);
    keep(built, { 'sub/page.js': 'code' });
    expect(isCached(built)).toBe(true);
    expect(readFileSync(join(built.folder, 'sub/page.js'), 'utf8')).toBe('code');
    expect(readdirSync(cache)).toEqual(['pages-123']);
  });

  it('leaves a bundle alone that another process built meanwhile, and may be serving', () => {
    const cache = folderWith({});
    const built = bundle(cache, 'pages', '123');
    keep(built, { 'page.js': 'of the other' });
    keep(built, { 'page.js': 'own' });
    expect(readFileSync(join(built.folder, 'page.js'), 'utf8')).toBe('of the other');
    expect(readdirSync(cache)).toEqual(['pages-123']);
  });

  it('forgets all but the latest bundles of a name', () => {
    const cache = folderWith({ 'other-1/kept.js': '' });
    for (const key of [1, 2, 3, 4, 5]) {
      const built = bundle(cache, 'pages', String(key));
      keep(built, { 'page.js': '' });
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
