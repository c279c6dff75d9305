import { lookup as resolve, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { ActionProblem } from './problem.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Range = [Address, number];

/** Public by the registries, and yet inside: Azure's metadata and DNS, and networks for benchmarks (RFC 2544). */
const insideRanges = ['168.63.129.16/32', '198.18.0.0/15'].map((range) => ipaddr.parseCIDR(range));
/** Where IPv6 of the public net is; what lies outside is private, translated or not assigned. */
const publicIpv6 = ipaddr.parseCIDR('2000::/3');

/** Whether actions may call an address: those of the public net, and what the operator allows (addresses and CIDR networks). */
export function addressRule(allowedNetworks: string[]): (address: string) => boolean {
  const allowed = allowedNetworks.map(rangeOf);
  return (text) => {
    if (!ipaddr.isValid(text)) return false;
    const address = ipaddr.process(text); // IPv4-mapped IPv6 becomes IPv4
    if (allowed.some((range) => within(address, range))) return true;
    if (address.kind() === 'ipv6' && !within(address, publicIpv6)) return false;
    return address.range() === 'unicast' && !insideRanges.some((range) => within(address, range));
  };
}

function rangeOf(entry: string): Range {
  if (entry.includes('/')) return ipaddr.parseCIDR(entry);
  const address = ipaddr.process(entry);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}

function within(address: Address, [network, bits]: Range): boolean {
  return address.kind() === network.kind() && (address as ipaddr.IPv6).match(network as ipaddr.IPv6, bits);
}

type Resolve = (
  host: string,
  options: LookupOptions & { all: true },
  give: (error: Error | null, addresses: LookupAddress[]) => void,
) => void;
type Give = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/**
 * For the socket itself: it gets only addresses that may be called, whatever DNS says this time. So a name whose address changes after
 * a check gains nothing.
 */
export function checkedLookup(mayCall: (address: string) => boolean, resolver: Resolve = resolve) {
  return (host: string, options: LookupOptions, give: Give): void => {
    resolver(host, { ...options, all: true }, (error, addresses) => {
      if (error) return give(error, []);
      const usable = addresses.filter(({ address }) => mayCall(address));
      const [first] = usable;
      if (!first) return give(new ActionProblem('address_refused'), []);
      if (options.all) give(null, usable);
      else give(null, first.address, first.family);
    });
  };
}

/** A socket to a literal address asks no resolver: its URL is looked at before. */
export function refuseLiteral({ hostname }: URL, mayCall: (address: string) => boolean): void {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !mayCall(host)) throw new ActionProblem('address_refused');
}
