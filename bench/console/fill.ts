import type pg from 'pg';

/** Whoever signs in. */
export const email = 'ada@shop.example';

/** A workspace with that many resolved conversations, without their messages, and one agent with the password's hash. */
export async function fillList(client: pg.ClientBase, conversations: number, passwordHash: string): Promise<void> {
  const made = await client.query<{ w: string; i: string; u: string }>(
    `WITH w AS (INSERT INTO workspace (id, name, slug) VALUES (uuidv7(), 'Shop', 'shop') RETURNING id),
       i AS (INSERT INTO inbox (id, "workspaceId", name, key, greeting) SELECT uuidv7(), id, 'Site', 'site', 'Hello' FROM w RETURNING id),
       u AS (INSERT INTO "user" (id, "workspaceId", email, name, "passwordHash", role)
         SELECT uuidv7(), id, $1, 'Ada', $2, 'agent' FROM w RETURNING id)
     SELECT w.id AS w, i.id AS i, u.id AS u FROM w, i, u`,
    [email, passwordHash],
  );
  const { w, i } = made.rows[0]!;
  await client.query(
    `CREATE TEMP TABLE plan AS SELECT n, uuidv7() AS conversation, uuidv7() AS contact, now() - n * interval '1 minute' AS at
     FROM generate_series(1, $1::int) n`,
    [conversations],
  );
  await client.query(`INSERT INTO contact (id, "workspaceId", name) SELECT contact, $1, 'Customer ' || n FROM plan`, [
    w,
  ]);
  await client.query(
    `INSERT INTO conversation (id, "workspaceId", "inboxId", "contactId", status, "ownerType", "nextSeq", "lastMessagePreview",
       "lastSenderType", "lastMessageAt", "createdAt")
     SELECT conversation, $1, $2, contact, 'resolved', 'bot', 1, 'Where is my order ' || n || '?', 'contact', at, at FROM plan`,
    [w, i],
  );
  await client.query('DROP TABLE plan');
  await client.query('VACUUM ANALYZE');
}
