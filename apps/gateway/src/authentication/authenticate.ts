import { Inject, Injectable } from '@nestjs/common';
import { BatonError, type UserRole } from '#contracts';
import { loadConfig } from '#config';
import type { AgentActor, ContactActor } from '#conversation';
import { DATABASE, type Database } from '#database';
import { hashToken } from '#administration';

export interface Visitor extends ContactActor {
  sessionId: string;
}

export interface Agent extends AgentActor {
  sessionId: string;
  role: UserRole;
}

interface Principals {
  visitor: Visitor;
  agent: Agent;
}

/** What a request or a handshake says about itself; nothing of it is trusted yet. */
export interface Credentials {
  token: unknown;
  /** Browsers always send it with a handshake and with what changes something; programs need not. */
  origin: string | undefined;
  host: string | undefined;
}

/** The one way in, for REST and for both namespaces of sockets: who holds this token? */
@Injectable()
export class Authentication {
  private readonly find: { [K in keyof Principals]: (hash: string, from: Credentials) => Promise<Principals[K]> } = {
    visitor: (hash, from) => this.visitor(hash, from),
    agent: (hash, from) => this.agent(hash, from),
  };

  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** A token opens what it was made for only. Throws NOT_AUTHENTICATED, SESSION_EXPIRED, INBOX_DISABLED or ORIGIN_NOT_ALLOWED. */
  async authenticate<K extends keyof Principals>(kind: K, credentials: Credentials): Promise<Principals[K]> {
    const { token } = credentials;
    if (typeof token !== 'string' || token === '') throw new BatonError('NOT_AUTHENTICATED');
    return this.find[kind](hashToken(token), credentials);
  }

  private async visitor(tokenHash: string, { origin }: Credentials): Promise<Visitor> {
    const [session] = await this.db.$queryRaw<
      (Visitor & { expiresAt: Date; allowedOrigins: string[]; disabledAt: Date | null })[]
    >`
      SELECT session.id AS "sessionId", session."workspaceId", session."contactId", session."inboxId",
        session."expiresAt", inbox."allowedOrigins", inbox."disabledAt"
      FROM contact_session session JOIN inbox ON inbox.id = session."inboxId"
      WHERE session."tokenHash" = ${tokenHash}`;
    if (!session) throw new BatonError('NOT_AUTHENTICATED');
    const { expiresAt, allowedOrigins, sessionId, workspaceId, contactId, inboxId } = session;
    if (expiresAt <= new Date()) throw new BatonError('SESSION_EXPIRED');
    if (session.disabledAt) throw new BatonError('INBOX_DISABLED');
    requireAllowedOrigin(origin, allowedOrigins);
    return { type: 'contact', sessionId, workspaceId, contactId, inboxId };
  }

  private async agent(tokenHash: string, { origin, host }: Credentials): Promise<Agent> {
    requireOwnOrigin(origin, host);
    const [session] = await this.db.$queryRaw<(Agent & { expiresAt: Date; disabledAt: Date | null })[]>`
      SELECT session.id AS "sessionId", session."workspaceId", session."userId", session."expiresAt",
        "user".name, "user".role, "user"."disabledAt"
      FROM user_session session JOIN "user" ON "user".id = session."userId"
      WHERE session."tokenHash" = ${tokenHash}`;
    if (!session || session.disabledAt) throw new BatonError('NOT_AUTHENTICATED');
    if (session.expiresAt <= new Date()) throw new BatonError('SESSION_EXPIRED');
    const { sessionId, workspaceId, userId, name, role } = session;
    return { type: 'agent', sessionId, workspaceId, userId, name, role };
  }
}

/** An empty list allows every site. What sends no Origin is no browser, and could send any. */
export function requireAllowedOrigin(origin: string | undefined, allowed: string[]): void {
  if (origin === undefined || allowed.length === 0 || allowed.includes(origin)) return;
  throw new BatonError('ORIGIN_NOT_ALLOWED');
}

/** Agents sign in by a cookie, which browsers attach to requests of neighbouring sites too: only our own pages may use it. */
function requireOwnOrigin(origin: string | undefined, host: string | undefined): void {
  if (origin === undefined || origin === loadConfig().publicUrl) return;
  if (!URL.canParse(origin) || new URL(origin).host !== host) throw new BatonError('ORIGIN_NOT_ALLOWED');
}
