import { webOrigin } from '#contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { originOf } from './origins.js';

describe('originOf', () => {
  it.each([
    ['https://shop.example', 'https://shop.example'],
    [' shop.example ', 'https://shop.example'],
    ['www.shop.example/cart?item=1#top', 'https://www.shop.example'],
    ['HTTP://Shop.Example:8080/', 'http://shop.example:8080'],
    ['localhost:3000', 'https://localhost:3000'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['https://shop.example:443/', 'https://shop.example'],
    ['müller.example', 'https://xn--mller-kva.example'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
    ['', null],
    ['shop', null],
    ['*.shop.example', null],
    ['javascript://shop.example', null],
    ['https://ada@shop.example', null],
    ['two words.example', null],
  ])('%j is %j', (typed, origin) => expect(originOf(typed)).toBe(origin));

  it('gives nothing that the server would refuse', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.domain(), fc.string()), (typed) => {
        const origin = originOf(typed);
        if (origin !== null && origin.length <= 260) expect(webOrigin.safeParse(origin).success).toBe(true);
      }),
    );
  });
});
