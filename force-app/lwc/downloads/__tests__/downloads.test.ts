import { download } from 'c/downloads';

it('hands a file to the browser under its name, and lets go of it', async () => {
  const createObjectURL = jest.fn((_: Blob) => 'blob:made');
  const revokeObjectURL = jest.fn();
  Object.assign(URL, { createObjectURL, revokeObjectURL });
  const clicked = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLElement) {
    expect(this).toMatchObject({ download: 'a.zip', href: 'blob:made' });
  });
  download('a.zip', 'application/zip', 'content');
  expect(createObjectURL.mock.calls[0][0]).toMatchObject({ type: 'application/zip', size: 7 });
  expect(clicked).toHaveBeenCalledTimes(1);
  expect(revokeObjectURL).toHaveBeenCalledWith('blob:made');
});
