import type pg from 'pg';

export const size = { agents: 200, waiting: 5_000, capacity: 5, teams: 10 };
export const password = 'correct-horse';

/**
 * A shop at its busiest: 200 agents, all with as many conversations as they take, each in two of ten teams, half with one language and a third
 * with topics of their own; 5,000 conversations that wait, over teams, languages, topics and priorities. Returns the workspace.
 */
export async function fillShop(client: pg.ClientBase, passwordHash: string): Promise<string> {
  const { agents, waiting, capacity, teams } = size;
  const { rows } = await client.query<{ w: string; i: string }>(
    `WITH w AS (INSERT INTO workspace (id, name, slug) VALUES (uuidv7(), 'Shop', 'shop') RETURNING id),
       i AS (INSERT INTO inbox (id, "workspaceId", name, key, greeting) SELECT uuidv7(), id, 'Site', 'site', 'Hello' FROM w RETURNING id)
     SELECT w.id AS w, i.id AS i FROM w, i`,
  );
  const { w, i } = rows[0]!;
  const steps: [string, ...unknown[]][] = [
    [`CREATE TEMP TABLE crew AS SELECT n, uuidv7() AS agent FROM generate_series(1, ${agents}) n`],
    [`CREATE TEMP TABLE side AS SELECT n, uuidv7() AS team FROM generate_series(1, ${teams}) n`],
    [
      `INSERT INTO "user" (id, "workspaceId", email, name, "passwordHash", role)
       SELECT agent, $1, 'agent' || n || '@shop.example', 'Agent ' || n, $2, 'agent' FROM crew`,
      ...[w, passwordHash],
    ],
    // The leases of those without a socket here must outlast the benchmark.
    [
      `INSERT INTO agent_status ("userId", "workspaceId", capacity, "seenAt", "lastAssignedAt")
       SELECT agent, $1, ${capacity}, now() + interval '1 day', now() - n * interval '1 minute' FROM crew`,
      w,
    ],
    [`INSERT INTO team (id, "workspaceId", name) SELECT team, $1, 'Team ' || n FROM side`, w],
    [
      `INSERT INTO team_member ("teamId", "userId", "workspaceId") SELECT team, agent, $1 FROM crew JOIN side
       ON side.n IN (crew.n % ${teams} + 1, (crew.n * 7 + 3) % ${teams} + 1)`,
      w,
    ],
    [
      `INSERT INTO agent_skill ("userId", kind, value, "workspaceId")
       SELECT agent, 'language'::"SkillKind", (ARRAY['en', 'de', 'fr', 'es', 'ar'])[n / 2 % 5 + 1], $1::uuid FROM crew WHERE n % 2 = 0
       UNION ALL SELECT agent, 'topic', 'topic_' || (n + t) % 20, $1::uuid FROM crew, generate_series(1, 6) t WHERE n % 3 = 0`,
      w,
    ],
    [
      `CREATE TEMP TABLE plan AS SELECT n, uuidv7() AS conversation, uuidv7() AS contact, uuidv7() AS episode, uuidv7() AS escalation,
         CASE WHEN n <= ${agents * capacity} THEN (SELECT agent FROM crew WHERE crew.n = 1 + plan_n.n % ${agents}) END AS owner,
         (SELECT team FROM side WHERE side.n = 1 + plan_n.n % (${teams} + 2)) AS team,
         now() - n * interval '1 second' AS at
       FROM generate_series(1, ${agents * capacity + waiting}) plan_n (n)`,
    ],
    [`INSERT INTO contact (id, "workspaceId", name) SELECT contact, $1, 'Customer ' || n FROM plan`, w],
    [
      `INSERT INTO conversation (id, "workspaceId", "inboxId", "contactId", status, "ownerType", "ownerId", "nextSeq", "lastPublicSeq",
         "episodeId", reason, "teamId", "lastMessagePreview", "lastMessageAt", "createdAt")
       SELECT conversation, $1, $2, contact, CASE WHEN owner IS NULL THEN 'queued' ELSE 'open' END::"ConversationStatus",
         CASE WHEN owner IS NULL THEN 'queue' ELSE 'agent' END::"OwnerType", owner, 2, 1, episode, 'customer_request', team,
         'Where is my order?', at, at FROM plan`,
      ...[w, i],
    ],
    [
      `INSERT INTO episode (id, "workspaceId", "conversationId", "firstSeq", "openedAt") SELECT episode, $1, conversation, 1, at FROM plan`,
      w,
    ],
    [
      `INSERT INTO message (id, "workspaceId", "conversationId", seq, "previousPublicSeq", kind, "senderType", text, "clientMessageId", "createdAt")
       SELECT uuidv7(), $1, conversation, 1, 0, 'inbound', 'contact', 'Where is my order ' || n || '?', uuidv7(), at FROM plan`,
      w,
    ],
    [
      `INSERT INTO escalation (id, "workspaceId", "conversationId", "episodeId", reason, "createdAt")
       SELECT escalation, $1, conversation, episode, 'customer_request', at FROM plan`,
      w,
    ],
    [
      `INSERT INTO queue_entry ("conversationId", "workspaceId", "escalationId", priority, "enqueuedAt", "orderedAt", language, topic)
       SELECT conversation, $1, escalation, high, at, at - high * interval '30 minutes', (ARRAY['en', 'de', 'fr', 'es', 'ar'])[n % 5 + 1],
         CASE WHEN n % 4 > 0 THEN 'topic_' || n % 20 END
       FROM plan, LATERAL (SELECT CASE n % 10 WHEN 0 THEN 1 WHEN 1 THEN -1 ELSE 0 END AS high) priority WHERE owner IS NULL`,
      w,
    ],
    ['DROP TABLE crew, side, plan'],
  ];
  for (const [sql, ...values] of steps) await client.query(sql, values);
  await client.query('VACUUM ANALYZE');
  return w;
}
