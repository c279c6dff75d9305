import fc from 'fast-check';
import pg from 'pg';
import { expect, it } from 'vitest';
import { migrate } from '#database';
import { atEnd } from '../support/at-end.js';
import { migrationsBefore } from '../support/earlier-migrations.js';
import { freshEnvironment } from '../support/environment.js';

const migration = '20261126150000_search_words_once';

it('a message is found by the same words as before they were taken out once for all languages', async () => {
  const { DATABASE_URL: url } = await freshEnvironment();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  atEnd(() => client.end());
  await client.query('DROP SCHEMA public CASCADE');
  await client.query('CREATE SCHEMA public');
  await migrate(url, migrationsBefore(migration));
  for (const name of ['search_words', 'search_document']) {
    await client.query(`ALTER FUNCTION ${name} RENAME TO earlier_${name}`);
  }
  await migrate(url, undefined, [migration]);

  const words = [
    'Where',
    'returned',
    'Bestellungen',
    'zapatos',
    'commandées',
    'l’été',
    'طلباتي',
    'the',
    '١٠٤٢',
    'straße',
  ];
  const piece = fc.oneof(
    fc.constantFrom(...words, 'FH-10423', '1,500.00', 'a@b.example', 'https://shop.example/x?y=1#z', '\n', '\\'),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replaceAll('\0', '')),
    fc.string({ unit: 'grapheme-ascii', maxLength: 12 }),
  );
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(' '));
  const { rows } = await client.query(
    `SELECT text FROM unnest($1::text[]) AS text
     WHERE search_words(text) <> earlier_search_words(text) OR search_document(text) <> earlier_search_document(text)`,
    [fc.sample(text, 2000)],
  );
  expect(rows).toEqual([]);
});
