import type { Message } from '#database';

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
