import { Inject, Injectable } from '@nestjs/common';
import {
  BatonError,
  headStartSeconds,
  priorityRank,
  type ChangedConversations,
  type ConversationChange,
  type ConversationPriority,
  type ErrorCode,
} from '#contracts';
import { DATABASE, type Database } from '#database';
import type { AgentActor } from '../actors.js';
import { Snoozes } from '../handoff/snoozes.js';
import { ChangeNews } from '../inbox/change-news.js';
import { Inbox } from '../inbox/inbox.js';
import { findItems } from '../inbox/views.js';
import { Resolutions } from '../resolution/resolutions.js';
import { UndoResolve } from '../resolution/undo.js';

/** What agents do to rows of a list, one or many: labels, priority, snooze, closing. */
@Injectable()
export class ConversationChanges {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly inbox: Inbox,
    private readonly snoozes: Snoozes,
    private readonly resolutions: Resolutions,
    private readonly undoing: UndoResolve,
    private readonly news: ChangeNews,
  ) {}

  /** The same change to each. Throws CONVERSATION_UNKNOWN, and changes nothing, where one is not of the workspace. */
  async change(agent: AgentActor, ids: string[], change: ConversationChange): Promise<ChangedConversations> {
    const { workspaceId } = agent;
    const conversationIds = [...new Set(ids)];
    const known = await this.db.conversation.count({ where: { workspaceId, id: { in: conversationIds } } });
    if (known < conversationIds.length) throw new BatonError('CONVERSATION_UNKNOWN');
    const refused = await this.carryOut(agent, conversationIds, change);
    const items = (await findItems(this.db, workspaceId, conversationIds)).map(({ item }) => item);
    for (const id of conversationIds) this.news.conversationChanged(workspaceId, id);
    return { items, refused };
  }

  private async carryOut(
    agent: AgentActor,
    ids: string[],
    change: ConversationChange,
  ): Promise<ChangedConversations['refused']> {
    switch (change.type) {
      case 'label':
        await this.label(agent, ids, change.labelId, change.on);
        return [];
      case 'priority':
        await this.prioritise(agent, ids, change.priority);
        return [];
      case 'snooze':
        return each(ids, (id) => this.snoozes.snooze(agent, id, new Date(change.until)));
      case 'unsnooze':
        return each(ids, (id) => this.snoozes.unsnooze(agent, id));
      case 'resolve':
        return each(ids, async (conversationId) => {
          const ownerEpoch = await this.inbox.ownerEpoch(agent, conversationId);
          await this.resolutions.resolve(agent, { conversationId, ownerEpoch });
        });
      case 'undo_resolve':
        return each(ids, (id) => this.undoing.undo(agent, id));
    }
  }

  private async label({ workspaceId }: AgentActor, ids: string[], labelId: string, on: boolean): Promise<void> {
    if ((await this.db.label.count({ where: { id: labelId, workspaceId } })) === 0)
      throw new BatonError('LABEL_UNKNOWN');
    const rows = ids.map((conversationId) => ({ conversationId, labelId, workspaceId }));
    if (on) await this.db.conversationLabel.createMany({ data: rows, skipDuplicates: true });
    else await this.db.conversationLabel.deleteMany({ where: { workspaceId, labelId, conversationId: { in: ids } } });
  }

  private async prioritise({ workspaceId }: AgentActor, ids: string[], priority: ConversationPriority): Promise<void> {
    await this.db.conversation.updateMany({ where: { workspaceId, id: { in: ids } }, data: { priority } });
    for (const urgent of [false, true]) {
      await this.db.$executeRaw`
        UPDATE queue_entry q SET priority = ${priorityRank(priority, urgent)},
          "orderedAt" = "enqueuedAt" - make_interval(secs => ${headStartSeconds[urgent ? 'urgent' : priority]})
        FROM escalation e WHERE e.id = q."escalationId" AND e.urgent = ${urgent}
          AND q."workspaceId" = ${workspaceId}::uuid AND q."conversationId" = ANY(${ids}::uuid[])`;
    }
  }
}

async function each(
  ids: string[],
  work: (id: string) => Promise<unknown>,
): Promise<{ conversationId: string; error: ErrorCode }[]> {
  const refused: { conversationId: string; error: ErrorCode }[] = [];
  for (const conversationId of ids) {
    try {
      await work(conversationId);
    } catch (error) {
      if (!(error instanceof BatonError)) throw error;
      refused.push({ conversationId, error: error.code });
    }
  }
  return refused;
}
