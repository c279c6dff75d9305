import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import ipaddr from 'ipaddr.js';
import { loadConfig } from '#config';

let trusted: BlockList | undefined;

/** Who sent this request or handshake, as limits count: an IPv4 address, or the /64 network that one holder of IPv6 has to himself. */
export function clientAddress({ socket, headers }: IncomingMessage): string {
  trusted ??= networks(loadConfig().trustedProxies);
  return limitKey(nearestUntrusted(socket.remoteAddress ?? '', String(headers['x-forwarded-for'] ?? ''), trusted));
}

/** `clientAddress` of a REST request. */
export const ClientAddress = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  clientAddress(context.switchToHttp().getRequest<IncomingMessage>()),
);

/** A proxy appends whom it saw: from the right, the first address that is no proxy of ours. What stands before may be made up. */
export function nearestUntrusted(peer: string, forwardedFor: string, proxies: BlockList): string {
  let address = peer;
  for (const hop of forwardedFor.split(',').reverse()) {
    if (isIP(address) === 0 || !proxies.check(address, familyOf(address)) || isIP(hop.trim()) === 0) break;
    address = hop.trim();
  }
  return address;
}

export function limitKey(address: string): string {
  if (isIP(address) === 0) return 'unknown';
  const parsed = ipaddr.process(address); // IPv4-mapped IPv6 becomes IPv4
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return `${new ipaddr.IPv6([...parsed.toByteArray().slice(0, 8), ...Array<number>(8).fill(0)]).toString()}/64`;
}

/** Addresses and CIDR networks. */
export function networks(entries: string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address, bits] = entry.split('/') as [string, string?];
    if (bits === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(bits), familyOf(address));
  }
  return list;
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 4 ? 'ipv4' : 'ipv6';
}
