import { Inject, Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { uuidv7 } from 'uuidv7';
import { hashToken, newToken, type EndedSessions } from '#administration';
import { BatonError } from '#contracts';
import { Presence } from '#conversation';
import { Realtime } from '#realtime';
import { DATABASE, type Database, type User } from '#database';
import type { Agent } from './authenticate.js';
import { RateLimits } from '../rate-limits.js';

/** A working day, ms. */
const sessionMs = 12 * 3_600_000;
/** Of how a browser names itself, as much is kept. */
const maxUserAgent = 300;

export interface SignedIn {
  token: string;
  expiresAt: Date;
  workspaceId: string;
  userId: string;
}

/** Password in, opaque session out; and the end of it. */
@Injectable()
export class SignIn {
  /** Compared with when there is no such user, so that the time taken tells nobody which addresses exist. */
  private readonly nobodysHash = hash(newToken());

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly limits: RateLimits,
    private readonly presence: Presence,
    private readonly realtime: Realtime,
  ) {}

  async signIn(email: string, password: string, address: string, userAgent?: string): Promise<SignedIn> {
    const attempt = { address, account: `${address} ${email.toLowerCase()}` };
    await this.limits.spend('signIn', attempt);
    const user = await this.db.user.findUnique({ where: { email: email.toLowerCase() } });
    const matches = await verify(user?.passwordHash ?? (await this.nobodysHash), password);
    if (!user || !matches || user.disabledAt) throw new BatonError('WRONG_CREDENTIALS');
    await this.limits.refund('signIn', attempt);
    return this.open(user, userAgent);
  }

  async signOut({ userId, workspaceId, sessionId }: Agent): Promise<void> {
    await this.db.userSession.deleteMany({ where: { id: sessionId, workspaceId } });
    await this.ended({ userId, workspaceId, sessionIds: [sessionId] });
  }

  /** Sockets end with their sessions. The last session of an agent leaves nobody to offer to. */
  async ended({ userId, workspaceId, sessionIds }: EndedSessions): Promise<void> {
    for (const id of sessionIds) this.realtime.endSession(id);
    const others = await this.db.userSession.count({ where: { userId, workspaceId, expiresAt: { gt: new Date() } } });
    if (others === 0) await this.presence.left({ userId, workspaceId });
  }

  /** For somebody who has proved who they are: by a password, or by a link that works once. */
  async open({ id: userId, workspaceId }: User, userAgent?: string): Promise<SignedIn> {
    const token = newToken();
    const now = new Date();
    const expiresAt = new Date(now.getTime() + sessionMs);
    await this.db.$transaction([
      this.db.userSession.deleteMany({ where: { userId, workspaceId, expiresAt: { lte: now } } }),
      this.db.userSession.create({
        data: {
          ...{ id: uuidv7(), userId, workspaceId, tokenHash: hashToken(token), expiresAt },
          userAgent: userAgent?.slice(0, maxUserAgent),
        },
      }),
    ]);
    return { token, expiresAt, workspaceId, userId };
  }
}
