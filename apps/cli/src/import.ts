import type { Command } from 'commander';
import { uuidv7 } from 'uuidv7';
import { numberPatterns, type Database } from '#database';
import { mask } from '#personal-data';
import { intentTitle, readRows, type ColumnMap, type TicketRow } from '#ticket-import';
import { findWorkspace, withDatabase } from './database.js';
import { mapOption, workspaceOption } from './options.js';
import { printJson, printWarnings } from './progress.js';

interface ImportFlags {
  file: string;
  map?: ColumnMap;
  workspace?: string;
  json?: boolean;
}

const chunk = 2_000;
/** A long file goes in as one transaction, ms. */
const timeout = 600_000;

export function addImport(program: Command): void {
  program
    .command('import')
    .description('add labelled tickets to a workspace as approved training examples')
    .requiredOption('--file <file>', 'CSV, JSONL or XLSX')
    .addOption(mapOption())
    .addOption(workspaceOption())
    .option('--json', 'one JSON object')
    .action(importTickets);
}

async function importTickets({ file, map, workspace, json }: ImportFlags): Promise<void> {
  const { rows, warnings } = await readRows(file, map);
  printWarnings(warnings);
  const result = await withDatabase(async (db) => addExamples(db, await findWorkspace(db, workspace), rows));
  if (json) return printJson(result);
  const created = result.newIntents.length ? ` New intents, not automated yet: ${result.newIntents.join(', ')}.` : '';
  process.stdout.write(`Imported ${result.imported} examples; ${result.known} were there already.${created}\n`);
}

interface Imported {
  imported: number;
  /** Rows that the workspace has, with the same text and label. */
  known: number;
  newIntents: string[];
}

/** All rows or none. An intent that is new starts without automation: somebody has to write its answer first. */
function addExamples(db: Database, workspaceId: string, rows: TicketRow[]): Promise<Imported> {
  return db.$transaction(
    async (tx) => {
      const intents = new Map((await tx.intent.findMany({ where: { workspaceId } })).map(({ id, name }) => [name, id]));
      const newIntents = [...new Set(rows.filter(({ oos }) => !oos).map(({ intent }) => intent))].filter(
        (name) => !intents.has(name),
      );
      for (const name of newIntents) intents.set(name, uuidv7());
      await tx.intent.createMany({
        data: newIntents.map((name) => ({
          id: intents.get(name)!,
          workspaceId,
          name,
          title: intentTitle(name),
          automate: false,
        })),
      });
      const existing = await tx.trainingExample.findMany({
        where: { workspaceId },
        select: { text: true, intentId: true },
      });
      const seen = new Set(existing.map(({ text, intentId }) => `${intentId}\n${text}`));
      const patterns = await numberPatterns(tx, workspaceId);
      const fresh = rows
        .map(({ text, contactName, intent, oos }) => ({
          text: mask(text, { ...patterns, ...(contactName && { contactName }) }).text,
          outOfScope: oos,
          intentId: oos ? null : intents.get(intent)!,
        }))
        .filter(({ text, intentId }) => {
          const key = `${intentId}\n${text}`;
          return !seen.has(key) && seen.add(key);
        });
      for (let from = 0; from < fresh.length; from += chunk) {
        await tx.trainingExample.createMany({
          data: fresh.slice(from, from + chunk).map((row) => ({ ...row, id: uuidv7(), workspaceId, source: 'import' })),
        });
      }
      return { imported: fresh.length, known: rows.length - fresh.length, newIntents };
    },
    { timeout },
  );
}
