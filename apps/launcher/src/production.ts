import { accountsOpenedBy, issueSetUpToken } from '#administration';
import { createDatabase } from '#database';
import { CannotStart } from '#local-services';
import { demoPassword } from '../../../prisma/seed.js';

/** Refuses a database that the demo's public password opens; returns the token of the set-up address while nobody has an account. */
export async function prepareProduction(databaseUrl: string): Promise<string | null> {
  const db = createDatabase(databaseUrl, 2);
  try {
    const opened = await accountsOpenedBy(db, demoPassword);
    if (opened.length > 0) {
      throw new CannotStart(
        `The demo's public password opens ${opened.join(', ')}: this database is no place for real customers. ` +
          'Set BATON_DATA_DIR (or DATABASE_URL) to an empty one; or, to keep it, change these passwords or disable the accounts with `npm run -s baton -- user disable`.',
      );
    }
    return await issueSetUpToken(db);
  } finally {
    await db.$disconnect();
  }
}
