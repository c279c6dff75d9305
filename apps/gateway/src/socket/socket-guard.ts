import type { Socket } from 'socket.io';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { BatonError, type ErrorCode } from '#contracts';
import { spend } from '../rate-limits.js';

/** Events of one visitor or agent on this gateway: far more than hands type, far less than a loop sends. */
const eventLimit = new RateLimiterMemory({ points: 200, duration: 10 });

/** Answers what must not reach a handler: events that do not exist, and too many of them. `who` shares one budget. */
export function guardSocket(socket: Socket, events: object, who: string): void {
  socket.use((packet: unknown[], next) => {
    const [event] = packet;
    const ack = packet.at(-1);
    const refuse = (code: ErrorCode) => {
      if (typeof ack === 'function')
        (ack as (result: unknown) => void)({ ok: false, error: new BatonError(code).body });
    };
    if (typeof event !== 'string' || !Object.hasOwn(events, event)) refuse('UNKNOWN_EVENT');
    else
      spend(eventLimit, who).then(
        () => next(),
        () => refuse('RATE_LIMITED'),
      );
  });
}
