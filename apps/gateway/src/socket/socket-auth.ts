import type { IncomingMessage } from 'node:http';
import type { ExtendedError, Namespace, Socket } from 'socket.io';
import { BatonError, type ErrorBody } from '#contracts';
import type { Credentials } from '../authentication/authenticate.js';
import { errorBody } from '../error-body.js';
import { logger } from '../logging.js';
import { maxRefusals, maxSocketsPerToken } from '../rate-limits.js';
import { sessionCookie } from '../authentication/session-cookie.js';

/** Visitors bring their token in the handshake. */
export function visitorCredentials({ handshake }: Socket): Credentials {
  const { origin, host } = handshake.headers;
  return { token: (handshake.auth as { token?: unknown }).token, origin, host };
}

/** Agents bring the cookie of their sign-in. */
export function agentCredentials({ handshake, request }: Socket): Credentials {
  const { origin, host } = handshake.headers;
  const { cookies } = request as IncomingMessage & { cookies: Record<string, unknown> };
  return { token: cookies[sessionCookie()], origin, host };
}

/** A namespace's middleware: nobody is connected before `identify` has said who it is. A connection that is refused again and again ends. */
export function authenticated<S extends Socket>(identify: (socket: S) => Promise<void>) {
  const refusals = new WeakMap<Socket['conn'], number>();
  return (socket: S, next: (error?: ExtendedError) => void): void => {
    identify(socket).then(
      () => next(),
      (error: unknown) => {
        next(connectError(errorBody(error, logger)));
        const refused = (refusals.get(socket.conn) ?? 0) + 1;
        refusals.set(socket.conn, refused);
        if (refused >= maxRefusals) socket.conn.close();
      },
    );
  };
}

/** Throws RATE_LIMITED when the room, that of a token's holder, has as many sockets of this gateway as it may. */
export function requirePlace(namespace: Pick<Namespace, 'adapter'>, room: string): void {
  if ((namespace.adapter.rooms.get(room)?.size ?? 0) >= maxSocketsPerToken) throw new BatonError('RATE_LIMITED');
}

/** Socket.IO sends `data` to the client's connect_error handler. */
export function connectError(body: ErrorBody): ExtendedError {
  return Object.assign(new Error(body.message), { data: body });
}
