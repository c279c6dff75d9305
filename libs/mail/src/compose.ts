import type { SendMailOptions } from 'nodemailer';
import { plainText, type Span } from '#formatted-text';
import { mailId, partsOf, replyAddress, threadId } from './thread.js';
import { mailWords } from './words.js';

export interface MailContent {
  /** The setting SMTP_FROM. */
  sender: string;
  to: string;
  shop: string;
  locale: string | null;
  token: string;
  /** Whether an answer by mail comes back into the conversation. */
  answerable: boolean;
  /** In their order; one mail carries all that waited. */
  replies: { messageId: string; senderName: string | null; text: string }[];
  attachments: { name: string; mediaType: string; content: Uint8Array }[];
}

export function composeMail(mail: MailContent): SendMailOptions {
  const { sender, token, shop, replies } = mail;
  const words = mailWords(mail.locale);
  const say = (text: string) => text.replace('{shop}', shop);
  const said = replies.map(({ senderName, text }) =>
    [senderName && `${senderName}:`, plainText(text, withAddress)].filter(Boolean).join('\n'),
  );
  const { name, local, domain } = partsOf(sender);
  return {
    from: { name: name || shop, address: `${local}@${domain}` },
    to: mail.to,
    ...(mail.answerable ? { replyTo: replyAddress(sender, token) } : {}),
    subject: say(words.subject),
    messageId: mailId(sender, token, replies.at(-1)!.messageId),
    references: threadId(sender, token),
    inReplyTo: threadId(sender, token),
    // Machines that answer mail leave it alone.
    headers: { 'auto-submitted': 'auto-generated', 'x-auto-response-suppress': 'All' },
    text: [
      ...(mail.answerable ? [`— ${words.above} —`] : []),
      ...said,
      `-- \n${say(words.why)} ${mail.answerable ? words.byMail : words.inChat}`,
    ].join('\n\n'),
    attachments: mail.attachments.map(({ name: filename, mediaType, content }) => ({
      filename,
      contentType: mediaType,
      content: Buffer.from(content),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** An address goes with its words: `[our page](https://…)` is `our page (https://…)`. */
const withAddress = ({ text, href }: Span) => (href && href !== text ? `${text} (${href})` : text);
