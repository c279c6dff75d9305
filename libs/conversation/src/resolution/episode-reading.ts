import type { DecisionEvidence, RankedIntent } from '#contracts';
import type { Conversation, Message, Transaction } from '#database';
import { findOpenQuestion, type OpenQuestion } from '../open-question.js';
import { requestsOf, wholeOf, type ReadMessage, type Request } from './requests.js';

/** What one episode says to whoever closes it. */
export interface EpisodeReading {
  messages: Message[];
  inbound: ReadMessage[];
  /** All that could be learned. */
  requests: Request[];
  /** The agent's last reply. */
  closingReply: string | null;
  openQuestion: OpenQuestion | null;
}

/** Reads the conversation's episode, the one under way or the last one. */
export async function readEpisode(tx: Transaction, conversation: Conversation): Promise<EpisodeReading> {
  const { id: conversationId, workspaceId, episodeId } = conversation;
  const { firstSeq } = await tx.episode.findFirstOrThrow({ where: { id: episodeId!, workspaceId } });
  const messages = await tx.message.findMany({
    where: { workspaceId, conversationId, seq: { gte: firstSeq } },
    orderBy: { seq: 'asc' },
  });
  const asked = messages.filter((message) => message.kind === 'inbound');
  const ofEpisode = { workspaceId, messageId: { in: asked.map((message) => message.id) } };
  const [decisions, predictions] = [
    await tx.decision.findMany({ where: ofEpisode }),
    await tx.prediction.findMany({ where: ofEpisode }),
  ];
  const decided = new Map(decisions.map((decision) => [decision.messageId, decision]));
  const predicted = new Map(predictions.map((prediction) => [prediction.messageId, prediction]));
  const inbound = asked.map(({ id: messageId, text }): ReadMessage => {
    const decision = decided.get(messageId);
    const prediction = predicted.get(messageId);
    const evidence = decision?.evidence as DecisionEvidence | null | undefined;
    return {
      ...{ messageId, text, wasRead: prediction !== undefined },
      decision: decision ? { ...decision, requests: evidence?.requests ?? [] } : null,
      prediction: prediction ? { ...prediction, topK: prediction.topK as unknown as RankedIntent[] } : null,
    };
  });
  const replies = messages.filter((message) => message.kind === 'outbound' && message.senderType === 'agent');
  return {
    ...{ messages, inbound, requests: requestsOf(inbound) },
    closingReply: replies.at(-1)?.text ?? null,
    openQuestion: await findOpenQuestion(tx, conversation),
  };
}

/** The one with this place in the episode; undefined: there is none. A message can be labelled as a whole, too. */
export function findRequest(
  { requests, inbound }: EpisodeReading,
  { messageId, span }: Pick<Request, 'messageId' | 'span'>,
): Request | undefined {
  const known = requests.find((request) => placeOf(request) === placeOf({ messageId, span }));
  const message = span === null ? inbound.find((each) => each.messageId === messageId) : undefined;
  return known ?? (message && wholeOf(message, false));
}

export function placeOf({ messageId, span }: Pick<Request, 'messageId' | 'span'>): string {
  return span ? `${messageId} ${span.from} ${span.to}` : messageId;
}
