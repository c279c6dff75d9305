import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { expect, it } from 'vitest';
import { action } from '#actions';
import { createDatabase, migrate } from '#database';
import { atEnd } from '../support/at-end.js';
import { migrationsBefore } from '../support/earlier-migrations.js';
import { freshEnvironment } from '../support/environment.js';

const migration = '20261126061000_action_calls';

it('a shop with an order API keeps it as an action of the same answer, and old decisions keep their meaning', async () => {
  const { DATABASE_URL: url } = await freshEnvironment();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('DROP SCHEMA public CASCADE');
  await client.query('CREATE SCHEMA public');
  await migrate(url, migrationsBefore(migration));

  const [withApi, without] = [uuidv7(), uuidv7()];
  const insert = async (workspaceId: string, orderApiUrl: string | null) => {
    const intentId = uuidv7();
    await client.query('INSERT INTO workspace (id, name, slug, "orderApiUrl") VALUES ($1, $2, $2, $3)', [
      ...[workspaceId, workspaceId, orderApiUrl],
    ]);
    await client.query(`INSERT INTO intent (id, "workspaceId", name, title) VALUES ($1, $2, 'o', 'O')`, [
      ...[intentId, workspaceId],
    ]);
    for (const [version, kind] of [null, 'order_status'].entries()) {
      await client.query(
        `INSERT INTO answer (id, "workspaceId", "intentId", locale, version, text, action) VALUES ($1, $2, $3, 'en', $4, 't', $5)`,
        [uuidv7(), workspaceId, intentId, version + 1, kind],
      );
    }
  };
  await insert(withApi, 'https://shop.example/orders');
  await insert(without, null);
  for (const rule of ['slot_unknown', 'action_unavailable', 'slot_missing', null]) {
    await client.query(
      `INSERT INTO decision ("messageId", "workspaceId", "conversationId", kind, rule, "ownerEpoch") VALUES ($1, $2, $1, 'ask_slot', $3, 0)`,
      [uuidv7(), withApi, rule],
    );
  }
  await client.end();
  await migrate(url);

  const db = createDatabase(url, 1);
  atEnd(() => db.$disconnect());
  const [made, ...others] = (await db.action.findMany()).map((row) => action.parse(row));
  expect(others).toEqual([]);
  expect(made).toMatchObject({
    ...{
      workspaceId: withApi,
      name: 'orderStatus',
      url: 'https://shop.example/orders/{{orderId}}',
      identity: 'public',
    },
  });
  const answers = await db.answer.findMany({ orderBy: [{ workspaceId: 'asc' }, { version: 'asc' }] });
  expect(answers.map(({ actionId }) => actionId)).toEqual([null, made!.id, null, null]);
  const decisions = await db.decision.findMany({ orderBy: { messageId: 'asc' } });
  expect(decisions.map(({ rule }) => rule)).toEqual(['not_confirmed', 'not_automated', 'slot_missing', null]);
});
