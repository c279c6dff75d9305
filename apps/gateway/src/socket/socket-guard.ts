import type { Socket } from 'socket.io';
import { BatonError, type ErrorCode } from '#contracts';
import type { RateLimits } from '../rate-limits.js';

/**
 * Answers what must not reach a handler: events that do not exist, and too many of them. `actor` shares one budget. The others go on in the
 * order in which they came, however long the budget of each takes to ask.
 */
export function guardSocket(socket: Socket, events: object, actor: string, limits: RateLimits): void {
  let before: Promise<unknown> = Promise.resolve();
  socket.use((packet: unknown[], next) => {
    const [event] = packet;
    const ack = packet.at(-1);
    const refuse = (code: ErrorCode) => {
      if (typeof ack === 'function')
        (ack as (result: unknown) => void)({ ok: false, error: new BatonError(code).body });
    };
    if (typeof event === 'string' && Object.hasOwn(events, event)) {
      const spent = limits.spend('event', { actor });
      before = Promise.allSettled([spent, before]).then(([{ status }]) =>
        status === 'fulfilled' ? next() : refuse('RATE_LIMITED'),
      );
    } else {
      refuse('UNKNOWN_EVENT');
      limits.spend('unknownEvent', { actor }).catch(() => socket.disconnect(true));
    }
  });
}
