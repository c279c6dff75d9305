import { Inject, Injectable } from '@nestjs/common';
import { BatonError, type ApiScope, type UserRole } from '#contracts';
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
  /** Signed in by a one-time password: may choose another, and nothing else. */
  oneTime: boolean;
}

/** Another program. In conversations it acts as an agent of the key's name. */
export interface Integration extends AgentActor {
  apiKeyId: string;
  scopes: ApiScope[];
}

interface Principals {
  visitor: Visitor;
  agent: Agent;
  integration: Integration;
}

/** How exactly it is known when a key was last used, s. */
const lastUsedSeconds = 60;

/** What a request or a handshake says about itself; nothing of it is trusted yet. */
export interface Credentials {
  token: unknown;
  /** Browsers always send it with a handshake and with what changes something; programs need not. */
  origin: string | undefined;
  host: string | undefined;
}

/** The one way in, for REST, for both namespaces of sockets and for the public API: who holds this token? */
@Injectable()
export class Authentication {
  private readonly find: { [K in keyof Principals]: (hash: string, from: Credentials) => Promise<Principals[K]> } = {
    visitor: (hash, from) => this.visitor(hash, from),
    agent: (hash, from) => this.agent(hash, from),
    integration: (hash) => this.integration(hash),
  };

  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /**
   * A token opens what it was made for only. Throws NOT_AUTHENTICATED, SESSION_EXPIRED, API_KEY_INVALID, INBOX_DISABLED or
   * ORIGIN_NOT_ALLOWED.
   */
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
        "user".name, "user".role, "user"."disabledAt", "user"."oneTimeUntil" IS NOT NULL AS "oneTime"
      FROM user_session session JOIN "user" ON "user".id = session."userId"
      WHERE session."tokenHash" = ${tokenHash}`;
    if (!session || session.disabledAt) throw new BatonError('NOT_AUTHENTICATED');
    if (session.expiresAt <= new Date()) throw new BatonError('SESSION_EXPIRED');
    const { sessionId, workspaceId, userId, name, role, oneTime } = session;
    return { type: 'agent', sessionId, workspaceId, userId, name, role, oneTime };
  }

  /** By a header that no browser sends by itself: the origin says nothing here. */
  private async integration(tokenHash: string): Promise<Integration> {
    const [key] = await this.db.$queryRaw<(Omit<Integration, 'type' | 'userId'> & { seen: boolean })[]>`
      SELECT id AS "apiKeyId", "workspaceId", name, scopes,
        coalesce("lastUsedAt" > now() - make_interval(secs => ${lastUsedSeconds}), false) AS seen
      FROM api_key WHERE "tokenHash" = ${tokenHash} AND "revokedAt" IS NULL AND ("expiresAt" IS NULL OR "expiresAt" > now())`;
    if (!key) throw new BatonError('API_KEY_INVALID');
    const { apiKeyId, workspaceId, name, scopes, seen } = key;
    if (!seen) await this.db.$executeRaw`UPDATE api_key SET "lastUsedAt" = now() WHERE id = ${apiKeyId}::uuid`;
    return { type: 'agent', userId: apiKeyId, apiKeyId, workspaceId, name, scopes };
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
