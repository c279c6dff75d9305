import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import ipaddr from 'ipaddr.js';
import { loadConfig } from '#config';

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

let trusted: Range[] | undefined;

/** Who sent this request or handshake, as limits count: an IPv4 address, or the /64 network that one holder of IPv6 has to himself. */
export function clientAddress({ socket, headers }: IncomingMessage): string {
  trusted ??= loadConfig().trustedProxies.map(range);
  return network(nearestUntrusted(socket.remoteAddress ?? '', String(headers['x-forwarded-for'] ?? ''), trusted));
}

/** `clientAddress` of a REST request. */
export const ClientAddress = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  clientAddress(context.switchToHttp().getRequest<IncomingMessage>()),
);

/** A proxy appends whom it saw: from the right, the first address that is no proxy of ours. What stands before may be made up. */
export function nearestUntrusted(peer: string, forwardedFor: string, proxies: Range[]): string {
  let address = peer;
  for (const hop of forwardedFor.split(',').reverse()) {
    if (!isTrusted(address, proxies) || isIP(hop.trim()) === 0) break;
    address = hop.trim();
  }
  return address;
}

export function network(address: string): string {
  if (isIP(address) === 0) return 'unknown';
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return `${new ipaddr.IPv6([...parsed.toByteArray().slice(0, 8), ...Array<number>(8).fill(0)]).toString()}/64`;
}

/** A network, or one address as a network of its own. */
export function range(text: string): Range {
  if (text.includes('/')) return ipaddr.parseCIDR(text);
  const address = ipaddr.process(text);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}

function isTrusted(address: string, proxies: Range[]): boolean {
  if (isIP(address) === 0) return false;
  return ipaddr.subnetMatch(ipaddr.process(address), { proxy: proxies }, 'stranger') === 'proxy';
}
