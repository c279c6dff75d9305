import type { Conversation, Message, Transaction } from '#database';

/** What one episode says to whoever closes it. */
export interface EpisodeReading {
  messages: Message[];
  /** The visitor's message that the label is about: the one handed over last, else the last one the model judged, else the first. */
  subject: Message | null;
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
    await tx.decision.findMany({ where: { ...ofEpisode, kind: 'escalate' } }),
    await tx.prediction.findMany({ where: ofEpisode }),
  ];
  const lastOf = (rows: { messageId: string }[]) =>
    inbound.findLast((message) => rows.some((row) => row.messageId === message.id));
  const subject = lastOf(decisions) ?? lastOf(predictions) ?? inbound[0] ?? null;
  const prediction = predictions.find((row) => row.messageId === subject?.id);
  const [best] = (prediction?.topK ?? []) as { intent: string }[];
  const replies = messages.filter((message) => message.kind === 'outbound' && message.senderType === 'agent');
  return {
    messages,
    subject,
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
