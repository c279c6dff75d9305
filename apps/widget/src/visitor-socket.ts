import { io, type Socket } from 'socket.io-client';
import type { ErrorBody, ServerToVisitor, VisitorToServer } from '#contracts';

export type VisitorSocket = Socket<ServerToVisitor, VisitorToServer>;

/** An event without an answer in this time (ms) is sent again: the client's id makes that harmless. */
const ackTimeout = 8000;

export function openSocket(origin: string, token: () => string): VisitorSocket {
  return io(`${origin}/visitor`, {
    autoConnect: false,
    // A manager of our own: the shop may use Socket.IO to the same host itself.
    forceNew: true,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 8000,
    auth: (give) => give({ token: token() }),
  });
}

type Questions = Omit<VisitorToServer, 'typing' | 'seen'>;
type Answer<E extends keyof Questions> = Parameters<Parameters<Questions[E]>[1]>[0];

/** Rejects when no answer comes in time or the connection goes. Socket.IO has no types for an answer with a time-out. */
export function ask<E extends keyof Questions>(
  socket: VisitorSocket,
  event: E,
  payload: Parameters<Questions[E]>[0],
): Promise<Answer<E>> {
  const patient = socket.timeout(ackTimeout) as { emitWithAck: (event: E, payload: unknown) => Promise<unknown> };
  return patient.emitWithAck(event, payload) as Promise<Answer<E>>;
}

/** The token is no longer good: a new session is needed. */
export const endsSession = ({ code }: ErrorBody) => code === 'SESSION_EXPIRED' || code === 'NOT_AUTHENTICATED';

/** The same request may well succeed later. */
export const passes = ({ code }: ErrorBody) =>
  code === 'RATE_LIMITED' || code === 'SERVICE_UNAVAILABLE' || code === 'INTERNAL';
