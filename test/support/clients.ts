import { hash } from '@node-rs/argon2';
import { io, type Socket } from 'socket.io-client';
import {
  errorBody,
  type AgentToServer,
  type ErrorBody,
  type ServerToAgent,
  type ServerToVisitor,
  type VisitorToServer,
} from '#contracts';
import type { AgentActor } from '#conversation';
import type { Database } from '#database';
import { atEnd } from './at-end.js';

export type VisitorSocket = Socket<ServerToVisitor, VisitorToServer>;
export type AgentSocket = Socket<ServerToAgent, AgentToServer>;
/** For events and payloads that the contract does not allow. */
export type UntypedSocket = Socket;

/** Of everybody who signed in by `signIn`. */
export const password = 'correct horse';
let passwordHash: Promise<string> | undefined;

/** A new visitor's token, as the widget gets it. */
export async function visitorToken(url: string, inboxKey: string): Promise<string> {
  const { token } = (await postJson(`${url}/api/visitor/sessions`, { inboxKey })) as { token: string };
  return token;
}

/** Gives the agent a password and signs in; the cookie, as a browser would send it. */
export async function signIn(url: string, db: Database, { userId }: AgentActor): Promise<string> {
  passwordHash ??= hash(password);
  const { email } = await db.user.update({ where: { id: userId }, data: { passwordHash: await passwordHash } });
  const response = await fetch(`${url}/api/auth/login`, json({ email, password }));
  return response.headers.getSetCookie()[0]!.split(';')[0]!;
}

export async function connectVisitor(url: string, token: string): Promise<VisitorSocket> {
  return connect(`${url}/visitor`, { auth: { token } });
}

export async function connectAgent(url: string, cookie: string): Promise<AgentSocket> {
  return connect(`${url}/agent`, { extraHeaders: { cookie } });
}

/** What the server says to a connection that it does not let in. */
export async function refusal(url: string, options: Parameters<typeof io>[1]): Promise<ErrorBody> {
  const error = await connect(url, options).then(
    () => new Error('It was let in.'),
    (reason: Error & { data?: unknown }) => reason,
  );
  return errorBody.parse('data' in error ? error.data : error);
}

export function json(body: unknown, headers: Record<string, string> = {}): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

async function postJson(url: string, body: unknown): Promise<unknown> {
  return (await fetch(url, json(body))).json();
}

async function connect(url: string, options: Parameters<typeof io>[1]): Promise<Socket> {
  const socket = io(url, { transports: ['websocket'], reconnection: false, forceNew: true, ...options });
  atEnd(() => void socket.disconnect());
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', reject);
  });
}
