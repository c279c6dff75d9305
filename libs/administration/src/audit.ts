import { isDeepStrictEqual } from 'node:util';
import { uuidv7 } from 'uuidv7';
import type { Prisma, Transaction } from '#database';

export interface UserActor {
  type: 'user';
  userId: string;
  workspaceId: string;
}

export interface Change {
  /** Such as `intent.changed`. */
  action: string;
  subjectType: string;
  subjectId: string | null;
  before?: object;
  after?: object;
}

/** Writes down who changed what, with the fields that differ, in the transaction of the change. */
export async function recordChange(tx: Transaction, actor: UserActor, change: Change): Promise<void> {
  const { action, subjectType, subjectId, before = {}, after = {} } = change;
  const fields = (own: object, other: object) =>
    Object.fromEntries(
      Object.entries(own).filter(([key, value]) => !isDeepStrictEqual(value, (other as Record<string, unknown>)[key])),
    );
  const data = { before: fields(before, after), after: fields(after, before) } as Prisma.InputJsonObject;
  await tx.auditEvent.create({
    data: {
      ...{ id: uuidv7(), workspaceId: actor.workspaceId, actorType: actor.type, actorId: actor.userId },
      ...{ action, subjectType, subjectId, data },
    },
  });
}
