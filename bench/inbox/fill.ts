import type pg from 'pg';

const messagesEach = 20;
/** Conversations that are not resolved, whatever the size of the archive. */
const live = 300;

export interface Filled {
  workspaceId: string;
  inboxId: string;
  agentId: string;
}

/** A workspace with `messages` messages, 20 a conversation; 300 conversations live: a third each with the bot, queued and with one agent. */
export async function fill(client: pg.ClientBase, messages: number): Promise<Filled> {
  const made = await client.query<Filled>(
    `WITH w AS (INSERT INTO workspace (id, name, slug) VALUES (uuidv7(), 'Shop', gen_random_uuid()::text) RETURNING id),
       i AS (INSERT INTO inbox (id, "workspaceId", name, key, greeting)
         SELECT uuidv7(), id, 'Site', gen_random_uuid()::text, 'Hello' FROM w RETURNING id),
       u AS (INSERT INTO "user" (id, "workspaceId", email, name, "passwordHash", role)
         SELECT uuidv7(), id, gen_random_uuid()::text, 'Ada', '!', 'agent' FROM w RETURNING id)
     SELECT w.id AS "workspaceId", i.id AS "inboxId", u.id AS "agentId" FROM w, i, u`,
  );
  const filled = made.rows[0]!;
  const { workspaceId, inboxId, agentId } = filled;
  await client.query(
    `CREATE TEMP TABLE plan AS SELECT n, uuidv7() AS conversation, uuidv7() AS contact, uuidv7() AS episode,
       CASE WHEN n > ${live} THEN 'resolved' WHEN n % 3 = 0 THEN 'bot' WHEN n % 3 = 1 THEN 'queued' ELSE 'open' END AS status,
       now() - n * interval '1 minute' AS at
     FROM generate_series(1, ${messages / messagesEach}) n`,
  );
  await client.query(`INSERT INTO contact (id, "workspaceId") SELECT contact, $1 FROM plan`, [workspaceId]);
  await client.query(
    `INSERT INTO conversation (id, "workspaceId", "inboxId", "contactId", status, "ownerType", "ownerId", "nextSeq",
       "lastPublicSeq", "episodeId", "lastMessagePreview", "lastMessageAt", "createdAt")
     SELECT conversation, $1, $2, contact, status::"ConversationStatus",
       (CASE status WHEN 'queued' THEN 'queue' WHEN 'open' THEN 'agent' ELSE 'bot' END)::"OwnerType",
       CASE WHEN status = 'open' THEN $3::uuid END, ${messagesEach + 1}, ${messagesEach}, episode, 'Where is my order?', at, at
     FROM plan`,
    [workspaceId, inboxId, agentId],
  );
  await client.query(
    `INSERT INTO episode (id, "workspaceId", "conversationId", "firstSeq", "openedAt", "lastSeq", "closedAt", "closedBy", outcome)
     SELECT episode, $1, conversation, 1, at, CASE WHEN done THEN ${messagesEach} END, CASE WHEN done THEN at END,
       CASE WHEN done THEN 'agent'::"EpisodeCloser" END, CASE WHEN done THEN 'handed_off'::"EpisodeOutcome" END
     FROM plan, LATERAL (SELECT status = 'resolved' AS done) closed`,
    [workspaceId],
  );
  await client.query(
    `INSERT INTO queue_entry ("conversationId", "workspaceId", "escalationId", "enqueuedAt")
     SELECT conversation, $1, uuidv7(), at FROM plan WHERE status = 'queued'`,
    [workspaceId],
  );
  await client.query(
    `INSERT INTO message (id, "workspaceId", "conversationId", seq, "previousPublicSeq", kind, "senderType", text,
       "clientMessageId", "createdAt")
     SELECT uuidv7(), $1, conversation, seq, seq - 1, (CASE seq % 2 WHEN 1 THEN 'inbound' ELSE 'outbound' END)::"MessageKind",
       (CASE seq % 2 WHEN 1 THEN 'contact' ELSE 'bot' END)::"SenderType", 'Where is my order number ' || n || '?', uuidv7(), at
     FROM plan, generate_series(1, ${messagesEach}) seq`,
    [workspaceId],
  );
  await client.query('DROP TABLE plan');
  return filled;
}
