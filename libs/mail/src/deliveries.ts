import { Inject, Injectable, Logger } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { Attachments } from '#attachments';
import { loadConfig } from '#config';
import { mailView } from '#conversation';
import { DATABASE, type Database, type MailDelivery } from '#database';
import { Realtime } from '#realtime';
import { composeMail } from './compose.js';
import { newThreadToken } from './thread.js';

/** Nobody waits for it, but a dead server must not hold the others up, ms. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 };
/** A process that dies while it sends leaves the mail to another one after this time, s. */
const leaseSeconds = 180;
/** Pauses before the next attempts, s; after the last one it has failed. */
const retryAfter = [60, 300, 1800, 7200, 28_800];
/** Conversations in one go. */
const batch = 20;

type Due = MailDelivery & { text: string; senderName: string | null };

/** Sends what is due and was not read in the widget meanwhile. PostgreSQL is the queue: what waits survives everything else. */
@Injectable()
export class MailDeliveries {
  private readonly logger = new Logger('mail');

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly attachments: Attachments,
    private readonly realtime: Realtime,
  ) {}

  async deliverDue(): Promise<void> {
    const read = await this.db.$queryRaw<MailDelivery[]>`
      UPDATE mail_delivery d SET state = 'read', "endedAt" = now()
      FROM message m JOIN conversation c ON c.id = m."conversationId"
      WHERE d.state = 'waiting' AND d.attempts = 0 AND m.id = d."messageId" AND m.seq <= c."contactReadSeq" RETURNING d.*`;
    this.tell(read);
    const due = await this.db.$queryRaw<{ conversationId: string }[]>`
      SELECT DISTINCT "conversationId" FROM mail_delivery WHERE state = 'waiting' AND "dueAt" <= now() LIMIT ${batch}`;
    for (const { conversationId } of due) await this.deliver(conversationId);
  }

  /** All that waits in one conversation, due or not, is one mail. */
  private async deliver(conversationId: string): Promise<void> {
    const claimed = await this.db.$queryRaw<Due[]>`
      WITH taken AS (
        SELECT "messageId" FROM mail_delivery WHERE "conversationId" = ${conversationId}::uuid AND state = 'waiting'
          AND (attempts = 0 OR "dueAt" <= now()) FOR UPDATE SKIP LOCKED
      ), claimed AS (
        UPDATE mail_delivery d SET attempts = attempts + 1, "dueAt" = now() + make_interval(secs => ${leaseSeconds})
        FROM taken WHERE d."messageId" = taken."messageId" RETURNING d.*)
      SELECT claimed.*, m.text, m."senderName" FROM claimed JOIN message m ON m.id = claimed."messageId" ORDER BY m.seq`;
    if (claimed.length === 0) return;
    try {
      await this.send(claimed);
      await this.end(claimed, 'sent');
    } catch (error) {
      const { responseCode = 0, message } = error as Error & { responseCode?: number };
      this.logger.warn(`Mail of conversation ${conversationId}: ${message}`);
      const attempts = Math.max(...claimed.map((delivery) => delivery.attempts));
      const pause = responseCode >= 500 ? undefined : retryAfter[attempts - 1];
      if (pause === undefined) await this.end(claimed, 'failed');
      else await this.again(claimed, pause);
    }
  }

  private async send(deliveries: Due[]): Promise<void> {
    const { smtp, inboundMailSecret } = loadConfig();
    if (!smtp) throw new Error('There is no mail server any more');
    const [first, last] = [deliveries[0]!, deliveries.at(-1)!];
    const { workspaceId, conversationId } = first;
    const [[about], token, files] = await Promise.all([
      this.db.$queryRaw<{ shop: string; locale: string | null }[]>`
        SELECT w.name AS shop, coalesce(e.locale, w.locale) AS locale FROM conversation c
        JOIN workspace w ON w.id = c."workspaceId" LEFT JOIN episode e ON e.id = c."episodeId" WHERE c.id = ${conversationId}::uuid`,
      this.token(workspaceId, conversationId),
      this.attachments.ofMessages(
        workspaceId,
        deliveries.map(({ messageId }) => messageId),
      ),
    ]);
    const mail = composeMail({
      ...about!,
      ...{ sender: smtp.from, to: last.to, token, answerable: inboundMailSecret !== null, replies: deliveries },
      attachments: files.map(({ attachment, content }) => ({ ...attachment, content })),
    });
    const transport = createTransport({ url: smtp.url, ...patience });
    try {
      await transport.sendMail(mail);
    } finally {
      transport.close();
    }
  }

  private async token(workspaceId: string, conversationId: string): Promise<string> {
    const [row] = await this.db.$queryRaw<{ token: string }[]>`
      INSERT INTO mail_thread ("conversationId", "workspaceId", token)
      VALUES (${conversationId}::uuid, ${workspaceId}::uuid, ${newThreadToken()})
      ON CONFLICT ("conversationId") DO UPDATE SET token = mail_thread.token RETURNING token`;
    return row!.token;
  }

  private async end(deliveries: Due[], state: 'sent' | 'failed'): Promise<void> {
    const where = { messageId: { in: deliveries.map(({ messageId }) => messageId) } };
    this.tell(await this.db.mailDelivery.updateManyAndReturn({ where, data: { state, endedAt: new Date() } }));
  }

  private async again(deliveries: Due[], seconds: number): Promise<void> {
    await this.db.$executeRaw`
      UPDATE mail_delivery SET "dueAt" = now() + make_interval(secs => ${seconds})
      WHERE "messageId" = ANY(${deliveries.map(({ messageId }) => messageId)}::uuid[])`;
  }

  private tell(deliveries: MailDelivery[]): void {
    for (const delivery of deliveries)
      this.realtime.messageMail(delivery.conversationId, delivery.messageId, mailView(delivery));
  }
}
