import fc from 'fast-check';
import { expect, it } from 'vitest';
import { httpRequest } from './http-request.js';

const get = { method: 'GET', url: 'https://shop.example/api/orders/{{id}}?by={{by}}', body: '' } as const;

it('puts values where their marks stand', () => {
  expect(httpRequest(get, { id: 'FH/1 ?', by: 'a&b=c#d' }, null)).toEqual({
    ...{ method: 'GET', url: 'https://shop.example/api/orders/FH%2F1%20%3F?by=a%26b%3Dc%23d', body: null },
  });
  const post = {
    method: 'POST',
    url: 'https://shop.example/',
    body: '{"a":["{{id}}",1],"who":"{{customer.email}}"}',
  } as const;
  const customer = { id: 'c1', email: 'jo@example.com' };
  expect(httpRequest(post, { id: '","x":"' }, customer).body).toBe(
    '{"a":["\\",\\"x\\":\\"",1],"who":"jo@example.com"}',
  );
  expect(httpRequest({ ...post, body: '' }, { id: '1' }, null).body).toBe('{"id":"1"}');
});

it.each(['.', '..', ''])('refuses %j, which would make another path', (id) => {
  expect(() => httpRequest(get, { id, by: 'x' }, null)).toThrow('cannot stand');
});

it('no value changes whom is asked, nor for how many segments or parameters', () => {
  const value = fc.string({ unit: 'binary' }).filter((text) => !/^\.{0,2}$/.test(text));
  fc.assert(
    fc.property(value, value, (id, by) => {
      const url = new URL(httpRequest(get, { id, by }, null).url);
      expect([url.origin, url.hash, url.pathname.split('/').length, [...url.searchParams.keys()]]).toEqual([
        ...['https://shop.example', '', 4, ['by']],
      ]);
      expect(decodeURIComponent(url.pathname.split('/')[3]!)).toBe(id.toWellFormed());
    }),
  );
});
