import pg from 'pg';

/** The least that giving out one that waits can be: a table of 5,000, and the first that nobody holds, in one statement. */
export async function openBareLine(databaseUrl: string, waiting: number) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`CREATE TABLE bare (id int PRIMARY KEY, at timestamptz NOT NULL, agent int)`);
  await client.query(
    `INSERT INTO bare SELECT n, now() - n * interval '1 second' FROM generate_series(1, ${waiting}) n`,
  );
  await client.query('CREATE INDEX ON bare (at) WHERE agent IS NULL');
  await client.query('VACUUM ANALYZE bare');
  return {
    give: (agent: number) =>
      client.query(
        `WITH first AS (SELECT id FROM bare WHERE agent IS NULL ORDER BY at LIMIT 1 FOR UPDATE SKIP LOCKED)
         UPDATE bare SET agent = $1 FROM first WHERE bare.id = first.id`,
        [agent],
      ),
    close: () => client.end(),
  };
}
