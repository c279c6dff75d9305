import { uuidv7 } from 'uuidv7';
import type { Prisma, Transaction } from '#database';

export async function recordChange(
  tx: Transaction,
  actor: { type: 'user'; userId: string; workspaceId: string },
  change: { action: string; subjectType: string; subjectId: string | null; before?: object; after?: object },
): Promise<void> {
  const { action, subjectType, subjectId, before = {}, after = {} } = change;
  await tx.auditEvent.create({
    data: {
      id: uuidv7(),
      workspaceId: actor.workspaceId,
      actorType: actor.type,
      actorId: actor.userId,
      action,
      subjectType,
      subjectId,
      data: { before, after } as Prisma.InputJsonObject,
    },
  });
}
