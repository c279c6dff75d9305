import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import PostalMime, { type Email } from 'postal-mime';
import { Attachments } from '#attachments';
import { BatonError, maxAttachments, maxTextLength, messageText, type InboundMailResult } from '#contracts';
import { ContactMessages, replyId } from '#conversation';
import { DATABASE, type Database } from '#database';
import { isByMachine } from './machine-mail.js';
import { replyText } from './reply-text.js';
import { tokensIn } from './thread.js';

export const maxMailBytes = 25 * 1024 * 1024;

interface Thread {
  workspaceId: string;
  contactId: string;
  inboxId: string;
  email: string | null;
}

/** Answers of customers to mails, as messages of their conversations. */
@Injectable()
export class InboundMail {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly attachments: Attachments,
    private readonly messages: ContactMessages,
  ) {}

  /** One mail as it arrived; handed in again it is the same message. Throws MAIL_UNREADABLE, MAIL_THREAD_UNKNOWN and MAIL_SENDER_UNKNOWN. */
  async receive(raw: Uint8Array): Promise<InboundMailResult['result']> {
    const mail = await PostalMime.parse(raw).catch(() => {
      throw new BatonError('MAIL_UNREADABLE');
    });
    if (!mail.from?.address) throw new BatonError('MAIL_UNREADABLE');
    if (isByMachine(mail.headers)) return 'ignored';
    const { email, ...actor } = await this.thread(mail);
    if (email?.toLowerCase() !== mail.from.address.toLowerCase()) throw new BatonError('MAIL_SENDER_UNKNOWN');

    const whole = replyText(mail);
    const attachmentIds = await this.files(actor, mail, whole.length > maxTextLength ? whole : null);
    const parsed = messageText.safeParse(whole.slice(0, maxTextLength));
    const text = parsed.success ? parsed.data : '';
    if (text === '' && attachmentIds.length === 0) return 'ignored';
    const clientMessageId = replyId(mail.messageId ?? createHash('sha256').update(raw).digest('hex'), 0);
    await this.messages.send({ type: 'contact', ...actor }, { clientMessageId, text, attachmentIds });
    return 'received';
  }

  private async thread(mail: Email): Promise<Thread> {
    const named = ['delivered-to', 'x-original-to', 'envelope-to', 'to', 'cc'];
    const addresses = mail.headers.filter(({ key }) => named.includes(key)).map(({ value }) => value);
    const [thread] = await this.db.$queryRaw<Thread[]>`
      SELECT c."workspaceId", c."contactId", c."inboxId", contact.email
      FROM unnest(${tokensIn(addresses, [mail.inReplyTo ?? '', mail.references ?? ''])}::text[]) WITH ORDINALITY said(token, place)
      JOIN mail_thread t ON t.token = said.token JOIN conversation c ON c.id = t."conversationId"
      JOIN contact ON contact.id = c."contactId" ORDER BY place LIMIT 1`;
    if (!thread) throw new BatonError('MAIL_THREAD_UNKNOWN');
    return thread;
  }

  /** Files of kinds that may be sent, and a text that is too long for a message; pictures of signatures stay out. */
  private async files(actor: Omit<Thread, 'email'>, mail: Email, longText: string | null): Promise<string[]> {
    const uploader = { workspaceId: actor.workspaceId, senderType: 'contact', senderId: actor.contactId } as const;
    const sent = mail.attachments.filter(({ related, disposition }) => disposition === 'attachment' || !related);
    const files = sent.map(({ filename, content }) => ({
      name: filename?.slice(0, 255) ?? 'file',
      content: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content),
    }));
    if (longText !== null) files.unshift({ name: 'message.txt', content: Buffer.from(longText) });
    const ids: string[] = [];
    for (const { name, content } of files.slice(0, maxAttachments)) {
      const upload = await this.attachments.upload(uploader, name, content).catch((error: unknown) => {
        if (error instanceof BatonError) return null;
        throw error;
      });
      if (upload) ids.push(upload.id);
    }
    return ids;
  }
}
