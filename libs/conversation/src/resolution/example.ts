import type { Conversation, Message, Transaction } from '#database';
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
  { id: messageId, text }: Message,
  reply: string | null,
): Promise<Example> {
  const contact = await tx.contact.findFirst({ where: { id: contactId, workspaceId }, select: { name: true } });
  const { orderNumberPattern, customerNumberPattern } = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { orderNumberPattern: true, customerNumberPattern: true },
  });
  const masked = (typed: string) =>
    mask(typed, { contactName: contact?.name ?? undefined, orderNumberPattern, customerNumberPattern }).text;
  return { text: masked(text), reply: reply === null ? null : masked(reply), messageId, contactId };
}
