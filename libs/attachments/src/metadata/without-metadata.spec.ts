import fc from 'fast-check';
import { imageSize } from 'image-size';
import { describe, expect, it } from 'vitest';
import { withoutMetadata } from './without-metadata.js';

const bytes = (...parts: (string | Uint8Array | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
const uint = (value: number, length: number, little = false) => {
  const buffer = Buffer.alloc(length);
  if (little) buffer.writeUIntLE(value, 0, length);
  else buffer.writeUIntBE(value, 0, length);
  return buffer;
};
const secret = 'GPS 52.5N 13.4E';
/** Metadata and picture data alike hold anything. */
const anything = fc.uint8Array({ maxLength: 60 });

const segment = (marker: number, data: Uint8Array) => bytes([0xff, marker], uint(data.length + 2, 2), data);
const exif = (orientation: number) => {
  const entry = bytes(uint(0x0112, 2), uint(3, 2), uint(1, 4), uint(orientation, 2), [0, 0]);
  return segment(0xe1, bytes('Exif\0\0', 'MM', uint(42, 2), uint(8, 4), uint(1, 2), entry, uint(0, 4), secret));
};
/** Baseline, 3 × 2 pixels; its scan is any bytes, as an encoder escapes them, with a restart inside. */
const frame = segment(0xc0, bytes([8], uint(2, 2), uint(3, 2), [1, 1, 0x11, 0]));
const scanOf = (data: Uint8Array) => {
  const escaped = bytes(...[...data].map((value) => (value === 0xff ? [0xff, 0] : [value])));
  return bytes(segment(0xda, bytes([1, 1, 0, 0, 63, 0])), escaped, [0xff, 0xd3], escaped);
};
const jfif = segment(0xe0, bytes('JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0]));
const profile = segment(0xe2, bytes('ICC_PROFILE\0', [1, 1], 'colours'));
const soi = [0xff, 0xd8];
const eoi = [0xff, 0xd9];

const chunk = (type: string, data: Uint8Array) => bytes(uint(data.length, 4), type, data, uint(0, 4));
const png = bytes([0x89], 'PNG\r\n', [0x1a], '\n');
const riffChunk = (type: string, data: Uint8Array) =>
  bytes(type, uint(data.length, 4, true), data, data.length % 2 ? [0] : []);
const webp = (...chunks: Buffer[]) => {
  const body = bytes('WEBP', ...chunks);
  return bytes('RIFF', uint(body.length, 4, true), body);
};

describe('a JPEG', () => {
  it('keeps its picture and its colours, byte by byte, and nothing else', () => {
    fc.assert(
      fc.property(anything, anything, (said, drawn) => {
        const noise = bytes(secret, said);
        const [xmp, iptc, film] = [
          segment(0xe1, bytes('http://ns.adobe.com/xap/1.0/\0', noise)),
          segment(0xed, noise),
          noise,
        ];
        const scan = scanOf(drawn);
        const whole = bytes(soi, jfif, exif(1), xmp, profile, segment(0xe2, bytes('MPF\0', noise)), iptc);
        const told = bytes(whole, segment(0xfe, noise), frame, scan, scan, eoi, film);
        expect(withoutMetadata(told, 'image/jpeg')).toEqual(bytes(soi, jfif, profile, frame, scan, scan, eoi));
      }),
    );
  });

  it.each([2, 3, 6, 8])('that a camera held aside stored still stands upright (%i)', (orientation) => {
    const stripped = withoutMetadata(bytes(soi, exif(orientation), frame, scanOf(bytes('x')), eoi), 'image/jpeg');
    expect(Buffer.from(stripped).includes(secret)).toBe(false);
    expect(imageSize(stripped)).toMatchObject({ width: 3, height: 2, orientation });
  });
});

it('a PNG keeps what draws it, byte by byte, and nothing else', () => {
  fc.assert(
    fc.property(anything, anything, (said, drawn) => {
      const noise = bytes(secret, said);
      const [head, data] = [chunk('IHDR', uint(1, 13 - 7)), chunk('IDAT', drawn)];
      const others = ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME', 'caBX'].map((type) => chunk(type, noise));
      const told = bytes(png, head, chunk('gAMA', uint(1, 4)), ...others, data, data, chunk('IEND', bytes()), noise);
      const kept = bytes(png, head, chunk('gAMA', uint(1, 4)), data, data, chunk('IEND', bytes()));
      expect(withoutMetadata(told, 'image/png')).toEqual(kept);
    }),
  );
});

it('a WebP keeps what draws it, byte by byte, and says that there is no more', () => {
  fc.assert(
    fc.property(anything, anything, (said, drawn) => {
      const noise = bytes(secret, said);
      const head = (flags: number) => riffChunk('VP8X', bytes([flags, 0, 0, 0], uint(2, 3, true), uint(1, 3, true)));
      const data = [riffChunk('ICCP', bytes('colours')), riffChunk('VP8 ', drawn)];
      const told = webp(head(0b101100), ...data, riffChunk('EXIF', noise), riffChunk('XMP ', noise));
      expect(withoutMetadata(told, 'image/webp')).toEqual(webp(head(0b100000), ...data));
    }),
  );
});

it('a GIF keeps what draws it, byte by byte, and nothing else', () => {
  fc.assert(
    fc.property(anything, fc.uint8Array({ minLength: 1, maxLength: 60 }), (said, drawn) => {
      const noise = bytes(secret, said);
      const pieces = (data: Uint8Array) => bytes([data.length], data, [0]);
      const application = (name: string, data: Uint8Array) => bytes([0x21, 0xff, 11], name, pieces(data));
      const head = bytes('GIF89a', uint(3, 2, true), uint(2, 2, true), [0x80, 0, 0], [0, 0, 0, 255, 255, 255]);
      const often = application('NETSCAPE2.0', bytes([1, 0, 0]));
      const others = [bytes([0x21, 0xfe], pieces(noise)), application('XMP DataXMP', noise)];
      const control = bytes([0x21, 0xf9], pieces(bytes([0, 1, 0, 0])));
      const image = bytes(control, [0x2c, 0, 0, 0, 0, 3, 0, 2, 0, 0], [2], pieces(drawn));
      const told = bytes(head, ...others, often, image, ...others, image, [0x3b], noise);
      expect(withoutMetadata(told, 'image/gif')).toEqual(bytes(head, often, image, image, [0x3b]));
    }),
  );
});

describe('a broken picture', () => {
  const starts = {
    'image/jpeg': bytes(soi, jfif, exif(6)),
    'image/png': png,
    'image/webp': webp(),
    'image/gif': bytes('GIF89a', [3, 0, 2, 0, 0x80, 0, 0], [0, 0, 0, 255, 255, 255], [0x21]),
    'image/heic': bytes(uint(90, 4), 'meta', uint(0, 4), uint(70, 4), 'iloc', [1, 0, 0, 0, 0x44, 0]),
    'video/mp4': bytes(uint(0, 4), 'moov', uint(0, 4), 'trak', uint(0, 4), 'mdia'),
  } as const;

  it.each(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/heic', 'video/mp4'] as const)(
    'of the type %s throws nothing, and once is enough',
    (type) => {
      const start = fc.constantFrom(bytes(), starts[type], starts[type].subarray(0, -1));
      fc.assert(
        fc.property(start, fc.uint8Array({ maxLength: 300 }), (begun, rest) => {
          const broken = bytes(begun, rest);
          const stripped = withoutMetadata(broken, type);
          expect(withoutMetadata(stripped, type)).toEqual(stripped);
        }),
        { numRuns: 2000 },
      );
    },
  );
});

it('other files stay as they are', () => {
  const film = bytes('film with a place');
  expect(withoutMetadata(film, 'video/webm')).toBe(film);
});
