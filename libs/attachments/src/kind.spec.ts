import { describe, expect, it } from 'vitest';
import { fittingName, kindOf } from './kind.js';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAAEklEQVR4nGP4z8DwHwwZgAAAHO8F+3zv3eUAAAAASUVORK5CYII=',
  'base64',
);
const text = (content: string) => Buffer.from(content);

describe('what a file is', () => {
  it.each([
    ['photo.jpg', png, { mediaType: 'image/png', width: 2, height: 3 }],
    ['a.exe', png, { mediaType: 'image/png', width: 2, height: 3 }],
    ['paper.png', text('%PDF-1.7\n%âãÏÓ\n1 0 obj'), { mediaType: 'application/pdf', width: null, height: null }],
    ['notes.txt', text('Größe 42'), { mediaType: 'text/plain', width: null, height: null }],
    ['orders.CSV', text('id;name\n1;Kim'), { mediaType: 'text/csv', width: null, height: null }],
  ])('%s is told by its content', async (name, content, kind) => {
    expect(await kindOf(content, name)).toEqual(kind);
  });

  it.each([
    ['page.html', text('<script>alert(1)</script>')],
    ['picture.svg', text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['notes.txt', Buffer.from([0x41, 0xc3, 0x28])],
    ['notes.txt', text('a\u0000b')],
    ['archive.zip', Buffer.from('504b0304140000000000', 'hex')],
    ['run.exe', text('MZ\u0090')],
    ['photo.png', text('not a picture')],
  ])('%s is refused', async (name, content) => {
    await expect(kindOf(content, name)).rejects.toMatchObject({ code: 'ATTACHMENT_KIND' });
  });
});

it.each([
  ['photo.jpeg', 'image/jpeg', 'photo.jpeg'],
  ['photo.exe', 'image/png', 'photo.exe.png'],
  ['../../etc/passwd', 'text/plain', '....etcpasswd.txt'],
  ['invoice\u202egpj.exe', 'application/pdf', 'invoicegpj.exe.pdf'],
  ['\u200b', 'image/gif', 'file.gif'],
] as const)('the name %j of %s is shown as %j', (name, mediaType, shown) => {
  expect(fittingName(name, mediaType)).toBe(shown);
});
