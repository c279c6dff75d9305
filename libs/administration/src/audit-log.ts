import { Inject, Injectable } from '@nestjs/common';
import type { AuditEntry } from '#contracts';
import { actorNames, DATABASE, type Database } from '#database';

const pageSize = 50;

/** What was changed in a workspace, and by whom. Nobody can change it. */
@Injectable()
export class AuditLog {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** Newest first: those before the entry `before`. */
  async page(
    workspaceId: string,
    { before, action }: { before?: string; action?: string },
  ): Promise<{ entries: AuditEntry[]; more: boolean }> {
    const events = await this.db.auditEvent.findMany({
      where: { workspaceId, action, id: { lt: before } },
      orderBy: { id: 'desc' },
      take: pageSize + 1,
    });
    const actorIds = events.flatMap(({ actorId }) => actorId ?? []);
    const names = await actorNames(this.db, workspaceId, actorIds);
    const entries = events.slice(0, pageSize).map(({ id, actorType, actorId, ...event }) => ({
      ...{ id, actorType, actorName: (actorId && names.get(actorId)) ?? null },
      ...{ action: event.action, subjectType: event.subjectType, subjectId: event.subjectId },
      data: event.data as AuditEntry['data'],
      createdAt: event.createdAt.toISOString(),
    }));
    return { entries, more: events.length > pageSize };
  }
}
