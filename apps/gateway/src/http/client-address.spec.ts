import { describe, expect, it } from 'vitest';
import { limitKey, nearestUntrusted, networks } from './client-address.js';

describe('nearestUntrusted', () => {
  const proxies = networks(['10.0.0.0/8', 'fd00::1']);

  it.each<[string, string, string, string]>([
    ['nobody forwarded', '203.0.113.9', '', '203.0.113.9'],
    ['a stranger claims to be somebody', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['a private address that is no proxy of ours', '192.168.0.7', '198.51.100.1', '192.168.0.7'],
    ['our proxy names the client', '10.0.0.5', '198.51.100.1', '198.51.100.1'],
    ['our proxy, as an IPv4-mapped peer', '::ffff:10.0.0.5', '198.51.100.1', '198.51.100.1'],
    ['our proxy in IPv6', 'fd00::1', '2001:db8::7', '2001:db8::7'],
    ['two of our proxies', '10.0.0.5', '198.51.100.1, 10.0.0.6', '198.51.100.1'],
    ['the client made up an address before', '10.0.0.5', '127.0.0.1, 198.51.100.1', '198.51.100.1'],
    ['our proxy forwards no address', '10.0.0.5', '198.51.100.1, unknown', '10.0.0.5'],
    ['what only loose parsers take for an address', '10.0.0.5', '0x7f.1', '10.0.0.5'],
  ])('%s', (_what, peer, forwardedFor, expected) => {
    expect(nearestUntrusted(peer, forwardedFor, proxies)).toBe(expected);
  });
});

it.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80::/64'],
  ['::1', '::/64'],
  ['', 'unknown'],
])('the limits know %s as %s', (address, expected) => {
  expect(limitKey(address)).toBe(expected);
});
