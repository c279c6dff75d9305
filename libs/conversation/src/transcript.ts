import type { Conversation, Message, Transaction } from '#database';

export interface Episode {
  messages: Message[];
  /** The visitor's message that the label is about: the one that was handed over, else the first. */
  subject: Message | null;
  /** The model's best intent for the subject. */
  predictedIntent: string | null;
  /** The agent's last reply. */
  closingReply: string | null;
}

/** Reads the open-to-resolved span that ends now. */
export async function readEpisode(tx: Transaction, conversation: Conversation): Promise<Episode> {
  const { id: conversationId, workspaceId, episodeStartSeq } = conversation;
  const messages = await tx.message.findMany({
    where: { workspaceId, conversationId, seq: { gte: episodeStartSeq } },
    orderBy: { seq: 'asc' },
  });
  const inbound = messages.filter((message) => message.kind === 'inbound');
  const escalated = await tx.decision.findFirst({
    where: { workspaceId, messageId: { in: inbound.map((message) => message.id) }, kind: 'escalate' },
    orderBy: { createdAt: 'desc' },
  });
  const subject = inbound.find((message) => message.id === escalated?.messageId) ?? inbound[0] ?? null;
  const prediction = subject && (await tx.prediction.findFirst({ where: { workspaceId, messageId: subject.id } }));
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
    .map(({ seq, kind, senderType, text, createdAt }) => ({
      seq,
      kind,
      senderType,
      text,
      createdAt: createdAt.toISOString(),
    }));
}
