import type { Command } from 'commander';
import { initialise, type FirstOwner } from '#administration';
import { BatonError, createOwner, ModelError } from '#contracts';
import { createDatabase, migrate } from '#database';
import { databaseUrl } from './database-url.js';
import { printJson } from './progress.js';

interface InitFlags {
  workspace: string;
  name: string;
  email: string;
  locale: string;
  timeZone: string;
  json?: boolean;
}

export function addInit(program: Command): void {
  program
    .command('init')
    .description('make the workspace and its owner, with a one-time password, in an installation that has none')
    .requiredOption('--workspace <name>', 'the name of the shop')
    .requiredOption('--name <name>', "the owner's name")
    .requiredOption('--email <address>', "the owner's e-mail address")
    .option('--locale <code>', 'language of the shop: en, es, de, fr or ar', 'en')
    .option('--time-zone <zone>', 'such as Europe/Berlin', 'UTC')
    .option('--json', 'one JSON object')
    .action(init);
}

async function init({ workspace, json, ...flags }: InitFlags): Promise<void> {
  const owner = checked({ ...flags, workspaceName: workspace });
  const url = databaseUrl();
  await migrate(url);
  const db = createDatabase(url, 1);
  try {
    const { user, oneTimePassword } = await initialise(db, owner).catch((error: unknown) => {
      throw error instanceof BatonError ? new ModelError('INIT_REFUSED', { why: error.message }) : error;
    });
    if (json) return printJson({ email: user.email, oneTimePassword });
    process.stdout.write(
      `${user.email} can sign in with ${oneTimePassword} for seven days, and then chooses a password.\n`,
    );
  } finally {
    await db.$disconnect();
  }
}

function checked(flags: unknown): FirstOwner {
  const parsed = createOwner.omit({ token: true, password: true }).safeParse(flags);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new ModelError('INIT_REFUSED', { why: `Correct ${fields}.` });
}
