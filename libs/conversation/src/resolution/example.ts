import { numberPatterns, type Conversation, type Message, type Transaction } from '#database';
import { mask } from '#personal-data';

interface Example {
  text: string;
  reply: string | null;
  messageId: string;
  contactId: string;
}

/** What is learned from an episode: a message and the reply that closed it, masked before they leave the message table. */
export async function exampleOf(
  tx: Transaction,
  { workspaceId, contactId }: Conversation,
  { id: messageId, text }: Pick<Message, 'id' | 'text'>,
  reply: string | null,
): Promise<Example> {
  const contact = await tx.contact.findFirst({ where: { id: contactId, workspaceId }, select: { name: true } });
  const known = { ...(await numberPatterns(tx, workspaceId)), contactName: contact?.name ?? undefined };
  const masked = (typed: string) => mask(typed, known).text;
  return { text: masked(text), reply: reply === null ? null : masked(reply), messageId, contactId };
}
