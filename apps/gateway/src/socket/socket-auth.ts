import type { IncomingMessage } from 'node:http';
import type { ExtendedError, Socket } from 'socket.io';
import type { ErrorBody } from '#contracts';
import type { Credentials } from '../authentication/authenticate.js';
import { errorBody } from '../error-body.js';
import { logger } from '../logging.js';
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
  return { token: cookies[sessionCookie], origin, host };
}

/** A namespace's middleware: nobody is connected before `identify` has said who it is. */
export function authenticated(identify: (socket: Socket) => Promise<void>) {
  return (socket: Socket, next: (error?: ExtendedError) => void): void => {
    identify(socket).then(
      () => next(),
      (error: unknown) => next(connectError(errorBody(error, logger))),
    );
  };
}

/** Socket.IO sends `data` to the client's connect_error handler. */
export function connectError(body: ErrorBody): ExtendedError {
  return Object.assign(new Error(body.message), { data: body });
}
