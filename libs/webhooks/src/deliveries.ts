import type { SentEvent, WebhookEvent, WebhookSubject } from '#contracts';
import { Prisma, type RawQueries } from '#database';

/**
 * The parts of a statement, each after a comma, that write a delivery for every webhook that wants one of the events of the conversation in
 * `moved` (id, workspaceId), and have each attempted. So an event is on its way exactly where what it tells was committed.
 */
export function conversationDeliveries(events: WebhookEvent[], messageId: string): Prisma.Sql {
  if (events.length === 0) return Prisma.empty;
  const subject = Prisma.sql`jsonb_build_object('conversationId', moved.id, 'messageId', ${messageId}::uuid)`;
  return Prisma.sql`, told AS (
      INSERT INTO webhook_delivery (id, "workspaceId", "webhookId", event, subject, "nextAttemptAt")
      SELECT gen_random_uuid(), webhook."workspaceId", webhook.id, happened.event, ${subject}, now()
      FROM moved JOIN webhook ON webhook."workspaceId" = moved."workspaceId" AND webhook."disabledAt" IS NULL
        JOIN unnest(${events}::text[]) AS happened(event) ON happened.event = ANY(webhook.events)
      RETURNING id, "workspaceId"
    ), due AS (${attemptsOf(Prisma.sql`told`)})`;
}

/** An event that comes with no message of a conversation; in the transaction of what it tells. */
export async function tellWebhooks(
  tx: RawQueries,
  workspaceId: string,
  event: WebhookEvent,
  subject: WebhookSubject,
): Promise<void> {
  await writeDeliveries(
    tx,
    { event, subject },
    Prisma.sql`"workspaceId" = ${workspaceId}::uuid AND "disabledAt" IS NULL AND ${event} = ANY(events)`,
  );
}

/** The ids of the deliveries to `which` webhooks. */
export async function writeDeliveries(
  tx: RawQueries,
  { event, subject }: { event: SentEvent; subject: WebhookSubject },
  which: Prisma.Sql,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH told AS (
      INSERT INTO webhook_delivery (id, "workspaceId", "webhookId", event, subject, "nextAttemptAt")
      SELECT gen_random_uuid(), "workspaceId", id, ${event}, ${JSON.stringify(subject)}::jsonb, now() FROM webhook WHERE ${which}
      RETURNING id, "workspaceId"
    ), due AS (${attemptsOf(Prisma.sql`told`)})
    SELECT id FROM told`;
  return rows.map(({ id }) => id);
}

/** Has an attempt made at each of the deliveries of `from` (id, workspaceId). */
export function attemptsOf(from: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`INSERT INTO outbox (id, "workspaceId", topic, payload)
      SELECT gen_random_uuid(), "workspaceId", 'webhook',
        jsonb_build_object('workspaceId', "workspaceId", 'deliveryId', id) FROM ${from}`;
}
