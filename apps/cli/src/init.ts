import type { Command } from 'commander';
import { z } from 'zod';
import { initialise } from '#administration';
import { createOwner } from '#contracts';
import { migrate } from '#database';
import { withDatabase } from './database.js';
import { databaseUrl } from './database-url.js';
import { checked } from './options.js';
import { printOneTimePassword } from './print.js';

const { name, email, locale, timeZone, workspaceName: workspace } = createOwner.shape;
const owner = z.object({ name, email, locale, timeZone, workspace });

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

async function init({ json, ...options }: { json?: boolean }): Promise<void> {
  const { workspace: workspaceName, ...person } = checked(owner, options);
  await migrate(databaseUrl());
  const { user, oneTimePassword } = await withDatabase((db) => initialise(db, { ...person, workspaceName }));
  printOneTimePassword({ email: user.email, oneTimePassword }, json);
}
