import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { BatonError, type ConversationItem, type IntentLabelView } from '#contracts';
import { DATABASE, type Conversation, type Database, type Transaction } from '#database';
import type { AgentActor } from '../actors.js';
import { activityDraft, appendMessage, lockConversation } from '../append.js';
import { carriesRequest } from '#decision';
import { OutboxRelay } from '#messaging';
import { subjectOf } from '../subject.js';
import { ChangeNews } from '../inbox/change-news.js';
import { transition } from '../state.js';
import { choicesOnScreen, isDrawn } from './choices.js';
import { readEpisode, type EpisodeReading } from './episode-reading.js';
import { judged, knownLabel, writeLabel, type KnownLabel } from './intent-labels.js';
import { wholeOf } from './requests.js';
import { transcriptMessages } from './transcript.js';
import { findItems } from '../inbox/views.js';

export interface ResolveInput {
  conversationId: string;
  ownerEpoch: number;
  labels?: IntentLabelView[];
  intent?: string | null;
  outOfScope?: boolean;
}

/** The agent's closing act: Resolution, Transcript, IntentLabels and TrainingExamples in one transaction, or none of them. */
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
      await record(tx, agent, conversation, input);
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
}

async function record(tx: Transaction, agent: AgentActor, conversation: Conversation, input: ResolveInput) {
  const { workspaceId, id: conversationId } = conversation;
  const episodeId = conversation.episodeId!;
  const episode = await readEpisode(tx, conversation);
  const { said, learned } = await labelsOf(tx, workspaceId, episode, input);
  const resolutionId = uuidv7();
  await tx.resolution.create({
    data: {
      ...{ id: resolutionId, workspaceId, conversationId, episodeId, agentId: agent.userId },
      ...{
        kind: said?.kind ?? ('unlabelled' as const),
        intentId: said?.intentId,
        predictedIntentId: said?.predictedIntentId,
      },
      messageId: learned[0]?.request.messageId,
      ...(input.labels?.length && learned[0] ? await placePicked(tx, conversation, learned[0], input.labels[0]!) : {}),
    },
  });
  const messages = transcriptMessages(episode.messages);
  await tx.transcript.create({ data: { id: uuidv7(), workspaceId, conversationId, resolutionId, messages } });
  for (const label of learned) await writeLabel(tx, agent, conversation, resolutionId, label, episode.closingReply);
}

/** What is said of the episode, and what of it is learned. */
async function labelsOf(
  tx: Transaction,
  workspaceId: string,
  episode: EpisodeReading,
  { labels = [], intent = null, outOfScope = false }: ResolveInput,
): Promise<{ said: KnownLabel | undefined; learned: KnownLabel[] }> {
  if (labels.length > 0) {
    const learned: KnownLabel[] = [];
    for (const label of labels) learned.push(await knownLabel(tx, workspaceId, episode, label));
    return { said: learned[0], learned };
  }
  const subject = subjectOf(episode.inbound);
  if (!subject) return { said: undefined, learned: [] };
  const said = await judged(tx, workspaceId, wholeOf(subject, true), intent, outOfScope);
  // Of a message that says nothing of what is wanted, nothing is to be learned but what the model knows of it.
  const teaches = said.source && (carriesRequest(subject.text, subject.decision) || said.kind === 'confirmed');
  return { said, learned: teaches ? [said] : [] };
}

/** Where on the screen the pick stood, if there was something to choose from. */
async function placePicked(
  tx: Transaction,
  { workspaceId, episodeId }: Conversation,
  { request }: KnownLabel,
  { intent, outOfScope }: IntentLabelView,
) {
  if (request.sureOf !== null || request.ranked.length === 0) return {};
  const intents = await tx.intent.findMany({ where: { workspaceId }, select: { name: true } });
  const choices = choicesOnScreen(request, new Set(intents.map(({ name }) => name)), episodeId!);
  const place = choices.findIndex((choice) => choice.intent === intent && (intent !== null || outOfScope));
  return { shuffled: isDrawn(episodeId!), pickedRank: place < 0 ? null : place + 1 };
}
