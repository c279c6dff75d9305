import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { writeWhole } from '#artifacts';
import { ModelError } from '#contracts';
import { CannotRestore, dump, restore } from '#database';
import { attachmentFolder, databaseUrl } from './database-url.js';
import { printJson } from './progress.js';

export function addBackup(program: Command): void {
  program
    .command('backup')
    .description('write everything that the database holds into a folder; Baton may run meanwhile')
    .requiredOption('--out <folder>', 'a folder that does not exist yet')
    .option('--json', 'one JSON object')
    .action(async ({ out, json }: { out: string; json?: boolean }) => {
      if (existsSync(out)) throw new ModelError('BACKUP_EXISTS', { dir: out });
      const url = databaseUrl();
      let rows = 0;
      await writeWhole(out, async (dir) => {
        rows = (await dump(url, dir)).tables.reduce((sum, table) => sum + table.rows, 0);
        // After the rows: a file that came between has no row, and does no harm.
        await copyFolder(attachmentFolder(), join(dir, 'attachments'));
      });
      if (json) return printJson({ out, rows });
      process.stdout.write(`${out}: ${rows} rows. It holds customers' messages: keep it as safe as the database.\n`);
    });

  program
    .command('restore')
    .description('fill an empty database from a folder that backup wrote')
    .requiredOption('--from <folder>', 'the folder')
    .option('--json', 'one JSON object')
    .action(async ({ from, json }: { from: string; json?: boolean }) => {
      const manifest = await restore(databaseUrl(), from).catch((error: unknown) => {
        throw error instanceof CannotRestore ? new ModelError('RESTORE_REFUSED', { why: error.message }) : error;
      });
      await copyFolder(join(from, 'attachments'), attachmentFolder());
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
      if (json) return printJson({ from, rows, takenAt: manifest.takenAt });
      process.stdout.write(`Restored ${rows} rows of ${manifest.takenAt}. Restart Baton if it runs.\n`);
    });
}

/** There is none where no file was ever sent, or where a bucket keeps them. */
async function copyFolder(from: string, to: string): Promise<void> {
  if (existsSync(from)) await cp(from, to, { recursive: true });
}
