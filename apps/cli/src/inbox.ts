import type { Command } from 'commander';
import { z } from 'zod';
import { Inboxes } from '#administration';
import { parseConfig } from '#config';
import { inboxSettings, newInbox, scriptTag } from '#contracts';
import { EMBEDDED } from '#local-services';
import { findWorkspace, withDatabase } from './database.js';
import { checked, workspaceOption } from './options.js';
import { printTable } from './print.js';
import { printJson } from './progress.js';

interface Options {
  workspace?: string;
  json?: boolean;
}

const { name, greeting, allowedOrigins: origin } = inboxSettings.shape;
const added = z.object({ name, greeting, origin });

export function addInbox(program: Command): void {
  const inbox = program.command('inbox').description('the sites from which customers write');
  inbox
    .command('list')
    .description('which inboxes there are')
    .addOption(workspaceOption())
    .option('--json', 'one JSON object')
    .action(list);
  inbox
    .command('add')
    .description('make an inbox; prints what goes into the pages of the shop')
    .requiredOption('--name <name>', 'customers read it at the top of the chat')
    .option('--origin <origin...>', 'sites that may show it, such as https://shop.example; none: every site', [])
    .option('--greeting <text>', 'empty: no greeting', newInbox.greeting)
    .addOption(workspaceOption())
    .option('--json', 'one JSON object')
    .action(add);
}

async function list({ workspace, json }: Options): Promise<void> {
  const inboxes = await withDatabase(async (db) => new Inboxes(db).list(await findWorkspace(db, workspace)));
  if (json) return printJson({ inboxes });
  printTable(inboxes.map((inbox) => [inbox.key, inbox.name, inbox.disabledAt ? 'disabled' : '']));
}

async function add({ workspace, json, ...options }: Options): Promise<void> {
  const { origin: allowedOrigins, ...words } = checked(added, options);
  const inbox = await withDatabase(async (db) => {
    const operator = { type: 'operator' as const, workspaceId: await findWorkspace(db, workspace) };
    return new Inboxes(db).create(operator, { ...newInbox, ...words, allowedOrigins });
  });
  const snippet = scriptTag(publicUrl(), inbox.key);
  if (json) return printJson({ inbox, snippet });
  process.stdout.write(`Paste it into every page, just before </body>:\n${snippet}\n`);
}

function publicUrl(): string {
  return parseConfig({ DATABASE_URL: EMBEDDED, REDIS_URL: EMBEDDED, ...process.env }).publicUrl;
}
