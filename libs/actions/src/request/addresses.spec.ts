import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { addressRule, checkedLookup } from './addresses.js';

it.each<[string, boolean]>([
  ['93.184.216.34', true],
  ['2606:2800:220:1:248:1893:25c8:1946', true],
  ['127.0.0.1', false],
  ['127.255.255.254', false],
  ['0.0.0.0', false],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['172.32.0.1', true],
  ['192.168.1.1', false],
  ['100.64.0.1', false],
  ['100.100.100.200', false],
  ['169.254.169.254', false],
  ['168.63.129.16', false],
  ['192.0.0.192', false],
  ['192.0.2.1', false],
  ['198.18.0.1', false],
  ['203.0.113.9', false],
  ['224.0.0.1', false],
  ['240.0.0.1', false],
  ['255.255.255.255', false],
  ['::', false],
  ['::1', false],
  ['::127.0.0.1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:a9fe:a9fe', false],
  ['::ffff:93.184.216.34', true],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['2001::1', false],
  ['fd00:ec2::254', false],
  ['fc00::1', false],
  ['fe80::1', false],
  ['fec0::1', false],
  ['ff02::1', false],
  ['2001:db8::1', false],
  ['not an address', false],
])('%s may be called: %s', (address, expected) => expect(addressRule([])(address)).toBe(expected));

it('what the operator allows may be called, and nothing beside it', () => {
  const mayCall = addressRule(['10.1.0.0/16', '::1', '192.168.1.7']);
  const addresses = ['10.1.9.9', '10.2.0.1', '::1', '::2', '192.168.1.7', '192.168.1.8', '::ffff:10.1.0.1'];
  expect(addresses.filter(mayCall)).toEqual(['10.1.9.9', '::1', '192.168.1.7', '::ffff:10.1.0.1']);
});

describe('a name', () => {
  const look = (addresses: string[], all: boolean) =>
    new Promise<unknown>((resolve) => {
      const found: LookupAddress[] = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
      const lookup = checkedLookup(addressRule([]), (_host, _options, give) => give(null, found));
      lookup('shop.example', { all }, (error, ...result) => resolve(error?.message ?? result));
    });
  it('leads to those of its addresses that may be called', async () => {
    const usable = { address: '93.184.216.34', family: 4 };
    expect(await look(['127.0.0.1', '93.184.216.34'], true)).toEqual([[usable]]);
    expect(await look(['127.0.0.1', '93.184.216.34'], false)).toEqual(['93.184.216.34', 4]);
    expect(await look(['127.0.0.1', '::1'], true)).toMatch('private or local');
    expect(await look([], false)).toMatch('private or local');
  });

  it('gains nothing by another answer the next time: every socket asks again', async () => {
    const answers = ['93.184.216.34', '169.254.169.254'];
    const lookup = checkedLookup(addressRule([]), (_host, _options, give) =>
      give(null, [{ address: answers.shift()!, family: 4 }]),
    );
    const resolve = () => new Promise((done) => lookup('shop.example', {}, (error, address) => done(error ?? address)));
    expect(await resolve()).toBe('93.184.216.34');
    expect(await resolve()).toMatchObject({ code: 'address_refused' });
  });
});
