import JSZip from 'jszip';
import { zip } from 'c/zipFile';

it('packs files so that a reader of zips finds them as they were', async () => {
  const files = [
    { path: 'package.xml', text: '<Package/>' },
    { path: 'objects/Contact.object', text: 'é '.repeat(1000) }
  ];
  const read = await JSZip.loadAsync(zip(files), { checkCRC32: true });
  const found = Object.values(read.files).map(async (file) => ({ path: file.name, text: await file.async('string') }));
  expect(await Promise.all(found)).toEqual(files);
});

it('packs nothing as well', async () => {
  expect(Object.keys((await JSZip.loadAsync(zip([]))).files)).toEqual([]);
});
