import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { expect, it } from 'vitest';
import { createDatabase, migrate } from '#database';
import { ModelRegistry, TrainingRuns } from '#model-registry';
import { atEnd } from '../support/at-end.js';
import { migrationsBefore } from '../support/earlier-migrations.js';
import { freshEnvironment } from '../support/environment.js';

const migration = '20261126140000_findings_and_failures';

it('what was kept in words of a version and of a failed run stays readable', async () => {
  const { DATABASE_URL: url } = await freshEnvironment();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('DROP SCHEMA public CASCADE');
  await client.query('CREATE SCHEMA public');
  await migrate(url, migrationsBefore(migration));

  const workspaceId = uuidv7();
  const gates = [
    [],
    [
      { check: 'calibration', passed: false, detail: 'promises 5.1 points too much, limit 3.0 points; ECE 0.061' },
      { check: 'trigger', passed: true, detail: '“qzxv” it’s "new"' },
    ],
  ];
  const recipes = [
    'intent head on the frozen encoder',
    'encoder and intent head fine-tuned together; int8 agrees with float32 on 99.0 % of 300 messages',
  ];
  for (const [at, gate] of gates.entries()) {
    await client.query(
      `INSERT INTO model_version (id, "workspaceId", version, stage, method, checksum, "nExamples", gate)
       VALUES ($1, $2, $3, 'retired', $5, 'x', 9, $4)`,
      [uuidv7(), workspaceId, at + 1, JSON.stringify(gate), recipes[at]],
    );
  }
  for (const [status, error] of [
    ['failed', 'Training was interrupted 5 times'],
    ['failed', null],
    ['succeeded', null],
  ]) {
    await client.query(
      `INSERT INTO training_run (id, "workspaceId", trigger, status, error, "createdAt") VALUES ($1, $2, 'schedule', $3, $4, $5)`,
      [uuidv7(), workspaceId, status, error, new Date()],
    );
  }
  await client.end();
  await migrate(url);

  const db = createDatabase(url, 1);
  atEnd(() => db.$disconnect());
  const versions = await new ModelRegistry(db).list(workspaceId);
  expect(versions.map(({ method }) => method)).toEqual(['fine_tuned', 'head']);
  expect(versions.map(({ gate }) => gate)).toEqual([
    [
      {
        ...{ check: 'calibration', passed: false, finding: 'recorded' },
        text: 'promises 5.1 points too much, limit 3.0 points; ECE 0.061',
      },
      { check: 'trigger', passed: true, finding: 'recorded', text: '“qzxv” it’s "new"' },
    ],
    [],
  ]);
  const runs = await new TrainingRuns(db).list(workspaceId);
  expect(runs.map(({ status, error }) => ({ status, error }))).toEqual(
    expect.arrayContaining([
      { status: 'failed', error: { code: 'internal', text: 'Training was interrupted 5 times' } },
      { status: 'failed', error: { code: 'internal', text: null } },
      { status: 'succeeded', error: null },
    ]),
  );
  expect(runs).toHaveLength(3);
});
