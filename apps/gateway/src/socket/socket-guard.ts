import type { Socket } from 'socket.io';
import { BatonError, type ErrorCode } from '#contracts';
import type { RateLimits } from '../rate-limits.js';

/** Answers what must not reach a handler: events that do not exist, and too many of them. `actor` shares one budget. */
export function guardSocket(socket: Socket, events: object, actor: string, limits: RateLimits): void {
  socket.use((packet: unknown[], next) => {
    const [event] = packet;
    const ack = packet.at(-1);
    const refuse = (code: ErrorCode) => {
      if (typeof ack === 'function')
        (ack as (result: unknown) => void)({ ok: false, error: new BatonError(code).body });
    };
    if (typeof event === 'string' && Object.hasOwn(events, event)) {
      limits.spend('event', { actor }).then(
        () => next(),
        () => refuse('RATE_LIMITED'),
      );
    } else {
      refuse('UNKNOWN_EVENT');
      limits.spend('unknownEvent', { actor }).catch(() => socket.disconnect(true));
    }
  });
}
