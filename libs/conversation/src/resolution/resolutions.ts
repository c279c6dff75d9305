import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { BatonError, type ConversationItem } from '#contracts';
import { DATABASE, type Conversation, type Database, type Transaction } from '#database';
import type { AgentActor } from '../actors.js';
import { activityDraft, appendMessage, lockConversation } from '../append.js';
import { exampleOf } from './example.js';
import { labelOf } from './label.js';
import { OutboxRelay } from '#messaging';
import { ChangeNews } from '../inbox/change-news.js';
import { transition } from '../state.js';
import { readEpisode, transcriptMessages } from './transcript.js';
import { findItems } from '../inbox/views.js';

export interface ResolveInput {
  conversationId: string;
  ownerEpoch: number;
  intent: string | null;
  outOfScope: boolean;
}

/** The agent's closing act: Resolution, Transcript and TrainingExample in one transaction, or none of them. */
@Injectable()
export class Resolutions {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly news: ChangeNews,
    private readonly relay: OutboxRelay,
  ) {}

  async resolve(agent: AgentActor, input: ResolveInput): Promise<ConversationItem> {
    const { workspaceId } = agent;
    const activity = await this.db.$transaction(async (tx) => {
      const conversation = await lockConversation(tx, workspaceId, input.conversationId);
      const next = transition(conversation, { type: 'resolve', agentId: agent.userId });
      if (!next.ok) throw new BatonError(next.error);
      if (conversation.ownerEpoch !== input.ownerEpoch) throw new BatonError('OWNER_CHANGED');
      await this.record(tx, agent, conversation, input);
      await tx.assignment.updateMany({
        where: { workspaceId, conversationId: conversation.id, status: 'accepted' },
        data: { status: 'released', endedAt: new Date() },
      });
      const draft = {
        ...activityDraft({ code: 'resolved', params: { agentName: agent.name } }),
        closes: { by: 'agent', outcome: 'handed_off' },
      } as const;
      return appendMessage(tx, conversation, draft, next.state, {
        topic: 'escalation',
        job: { type: 'route', workspaceId },
      });
    });
    this.relay.wake();
    const [found] = await findItems(this.db, workspaceId, [input.conversationId]);
    if (!found) throw new BatonError('CONVERSATION_UNKNOWN');
    this.news.message(found.contactId, activity);
    return found.item;
  }

  private async record(
    tx: Transaction,
    agent: AgentActor,
    conversation: Conversation,
    input: ResolveInput,
  ): Promise<void> {
    const { workspaceId, id: conversationId } = conversation;
    const episode = await readEpisode(tx, conversation);
    const label = labelOf(episode.predictedIntent, input.intent, input.outOfScope);
    const intentId = input.outOfScope ? null : await findIntent(tx, workspaceId, input.intent);
    const predictedIntentId = await findIntent(tx, workspaceId, episode.predictedIntent).catch(() => null);
    const resolutionId = uuidv7();
    await tx.resolution.create({
      data: {
        id: resolutionId,
        workspaceId,
        conversationId,
        episodeId: conversation.episodeId!,
        agentId: agent.userId,
        kind: label.kind,
        intentId,
        predictedIntentId,
      },
    });
    const messages = transcriptMessages(episode.messages);
    await tx.transcript.create({ data: { id: uuidv7(), workspaceId, conversationId, resolutionId, messages } });
    // Of a message that says nothing of what is wanted, nothing is to be learned but what the model knows of it.
    const teaches = episode.carriesRequest || label.kind === 'confirmed';
    if (label.source && episode.subject && teaches) {
      await tx.trainingExample.create({
        data: {
          ...(await exampleOf(tx, conversation, episode.subject, episode.closingReply)),
          id: uuidv7(),
          workspaceId,
          intentId,
          outOfScope: input.outOfScope,
          source: label.source,
          resolutionId,
        },
      });
    }
  }
}

/** Null for null; throws INTENT_UNKNOWN for a name the workspace does not have. */
async function findIntent(tx: Transaction, workspaceId: string, name: string | null): Promise<string | null> {
  if (name === null) return null;
  const intent = await tx.intent.findUnique({ where: { workspaceId_name: { workspaceId, name } } });
  if (!intent) throw new BatonError('INTENT_UNKNOWN');
  return intent.id;
}
