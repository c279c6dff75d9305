import type pg from 'pg';
import { fill } from '../inbox/fill.js';

const words =
  'where is my order parcel refund please delivery return size invoice the a to i would like broken late change address payment card voucher shoes jacket blue red help today tomorrow when arrive received wrong item exchange money back email';

/**
 * A workspace with `messages` messages of 8 to 17 words and an order number of its own each, from 100,000 up; 20 a conversation, whose
 * contacts have names. Returns the workspace.
 */
export async function fillWords(client: pg.ClientBase, messages: number): Promise<string> {
  const { workspaceId } = await fill(client, messages);
  // Drawn by a hash of the row, so that every run has the same messages.
  await client.query(
    `UPDATE message m SET text = made.text FROM (
       SELECT id, 'FH-' || (99999 + n) || ' ' || (
         SELECT string_agg(w[1 + (hashint4((n * 31 + k)::int) & 2147483647) % cardinality(w)], ' ')
         FROM generate_series(1, 8 + (n % 10)::int) k, (SELECT string_to_array($1, ' ') AS w) list) AS text
       FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM message) numbered) made
     WHERE m.id = made.id`,
    [words],
  );
  await client.query(
    `UPDATE contact c SET name = 'Maria ' || (99999 + n) FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM contact) numbered
     WHERE c.id = numbered.id`,
  );
  await client.query(
    `INSERT INTO message_search ("messageId", "workspaceId", "conversationId", document)
     SELECT id, "workspaceId", "conversationId", search_document(text) FROM message`,
  );
  return workspaceId;
}
