import { Inject, Injectable } from '@nestjs/common';
import { BatonError, type SessionView } from '#contracts';
import { DATABASE, type Database, type Prisma, type Transaction } from '#database';
import { recordChange, type SettingsActor } from '../audit.js';

/** Sign-ins that have ended; their sockets live until somebody ends them. */
export interface EndedSessions {
  userId: string;
  workspaceId: string;
  sessionIds: string[];
}

/** Where somebody is signed in. */
@Injectable()
export class Sessions {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** Of one user, newest first. */
  async list({ userId, workspaceId }: SettingsActor, currentId: string): Promise<SessionView[]> {
    const sessions = await this.db.userSession.findMany({
      where: { userId, workspaceId, expiresAt: { gt: new Date() } },
      orderBy: { id: 'desc' },
    });
    return sessions.map(({ id, userAgent, createdAt, expiresAt }) => ({
      ...{ id, current: id === currentId, userAgent },
      ...{ createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() },
    }));
  }

  /** One's own only: throws NOT_FOUND. */
  revoke(actor: SettingsActor, id: string): Promise<EndedSessions> {
    return this.db.$transaction(async (tx) => {
      const ended = await endSessions(tx, actor, { id });
      if (ended.sessionIds.length === 0) throw new BatonError('NOT_FOUND');
      await recordChange(tx, actor, { action: 'session.revoked', subjectType: 'user', subjectId: actor.userId });
      return ended;
    });
  }
}

/** Ends those of a user's sessions that `which` names. */
export async function endSessions(
  tx: Transaction,
  { userId, workspaceId }: { userId: string; workspaceId: string },
  which: Prisma.UserSessionWhereInput = {},
): Promise<EndedSessions> {
  const sessions = await tx.userSession.findMany({ where: { ...which, userId, workspaceId }, select: { id: true } });
  const sessionIds = sessions.map(({ id }) => id);
  await tx.userSession.deleteMany({ where: { id: { in: sessionIds }, workspaceId } });
  return { userId, workspaceId, sessionIds };
}
