import { Inject, Injectable } from '@nestjs/common';
import { BatonError, undoSeconds, type ConversationItem } from '#contracts';
import { DATABASE, type Conversation, type Database, type Transaction } from '#database';
import type { AgentActor } from '../actors.js';
import { activityDraft, appendMessage, lockConversation } from '../append.js';
import { ChangeNews } from '../inbox/change-news.js';
import { findItems } from '../inbox/views.js';
import { transition } from '../state.js';

/** An undo that was clicked in time may take so long to arrive, seconds. */
const graceSeconds = 5;

/** Takes an agent's closing back: nothing of it is left but the two lines that say so. */
@Injectable()
export class UndoResolve {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly news: ChangeNews,
  ) {}

  /** Throws CLOSING_PAST_UNDO where somebody else closed it, it was too long ago, or the customer has written or rated since. */
  async undo(agent: AgentActor, conversationId: string): Promise<ConversationItem> {
    const { workspaceId } = agent;
    const activity = await this.db.$transaction(async (tx) => {
      const conversation = await lockConversation(tx, workspaceId, conversationId);
      const next = transition(conversation, { type: 'undo_resolve', agentId: agent.userId });
      if (!next.ok) throw new BatonError(next.error);
      await remove(tx, agent, conversation);
      const draft = activityDraft({ code: 'closing_undone', params: { agentName: agent.name } });
      return appendMessage(tx, conversation, { ...draft, undoesClosing: true }, next.state);
    });
    const [found] = await findItems(this.db, workspaceId, [conversationId]);
    if (!found) throw new BatonError('CONVERSATION_UNKNOWN');
    this.news.message(found.contactId, activity);
    return found.item;
  }
}

async function remove(
  tx: Transaction,
  agent: AgentActor,
  { id: conversationId, workspaceId, episodeId }: Conversation,
) {
  const [resolution] = await tx.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM resolution r WHERE r."episodeId" = ${episodeId}::uuid AND r."workspaceId" = ${workspaceId}::uuid
      AND r."agentId" = ${agent.userId}::uuid AND r."createdAt" > now() - make_interval(secs => ${undoSeconds + graceSeconds})
      AND NOT EXISTS (SELECT FROM csat_response WHERE "episodeId" = r."episodeId")`;
  if (!resolution) throw new BatonError('CLOSING_PAST_UNDO');
  const ofIt = { where: { workspaceId, resolutionId: resolution.id } };
  await tx.intentLabel.deleteMany(ofIt);
  await tx.trainingExample.deleteMany(ofIt);
  await tx.transcript.deleteMany(ofIt);
  await tx.resolution.deleteMany({ where: { workspaceId, id: resolution.id } });
  await tx.$executeRaw`
    UPDATE assignment SET status = 'accepted', "endedAt" = NULL WHERE id = (
      SELECT id FROM assignment WHERE "workspaceId" = ${workspaceId}::uuid AND "conversationId" = ${conversationId}::uuid
        AND "agentId" = ${agent.userId}::uuid AND status = 'released' ORDER BY "endedAt" DESC LIMIT 1)`;
}
