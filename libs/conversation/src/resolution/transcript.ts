import type { Conversation, Message, Transaction } from '#database';
import { carriesRequest } from '#decision';
import { subjectOf } from './subject.js';

/** What one episode says to whoever closes it. */
export interface EpisodeReading {
  messages: Message[];
  /** The visitor's message that the label is about. */
  subject: Message | null;
  /** The subject says what the customer wants. */
  carriesRequest: boolean;
  /** The model's best intent for the subject. */
  predictedIntent: string | null;
  /** The agent's last reply. */
  closingReply: string | null;
}

/** Reads the conversation's episode, which ends now. */
export async function readEpisode(tx: Transaction, conversation: Conversation): Promise<EpisodeReading> {
  const { id: conversationId, workspaceId, episodeId } = conversation;
  const { firstSeq } = await tx.episode.findFirstOrThrow({ where: { id: episodeId!, workspaceId } });
  const messages = await tx.message.findMany({
    where: { workspaceId, conversationId, seq: { gte: firstSeq } },
    orderBy: { seq: 'asc' },
  });
  const inbound = messages.filter((message) => message.kind === 'inbound');
  const ofEpisode = { workspaceId, messageId: { in: inbound.map((message) => message.id) } };
  const [decisions, predictions] = [
    await tx.decision.findMany({ where: ofEpisode }),
    await tx.prediction.findMany({ where: ofEpisode }),
  ];
  const decided = new Map(decisions.map((decision) => [decision.messageId, decision]));
  const predicted = new Map(predictions.map((prediction) => [prediction.messageId, prediction]));
  const subject = subjectOf(
    inbound.map((message) => ({
      message,
      text: message.text,
      decision: decided.get(message.id) ?? null,
      wasRead: predicted.has(message.id),
    })),
  );
  const prediction = subject && predicted.get(subject.message.id);
  const [best] = (prediction?.topK ?? []) as { intent: string }[];
  const replies = messages.filter((message) => message.kind === 'outbound' && message.senderType === 'agent');
  return {
    messages,
    subject: subject?.message ?? null,
    carriesRequest: subject !== null && carriesRequest(subject.text, subject.decision),
    predictedIntent: best?.intent ?? null,
    closingReply: replies.at(-1)?.text ?? null,
  };
}

/** What is kept of an episode: everything said, without the agents' private notes. */
export function transcriptMessages(messages: Message[]): object[] {
  return messages
    .filter((message) => message.kind !== 'note')
    .map(({ seq, kind, senderType, text, activity, createdAt }) => ({
      seq,
      kind,
      senderType,
      text,
      ...(activity ? { activity } : {}),
      createdAt: createdAt.toISOString(),
    }));
}
