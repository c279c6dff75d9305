import { BatonError } from '#contracts';
import { loadConfig } from '#config';
import { createDatabase } from '#database';
import { createLogger } from '#observability';
import { ImportStep, Superseded } from '#ticket-staging';

// The trainer is gone, or wants no more: whatever is half done is begun anew.
process.on('disconnect', () => process.exit(1));
if (!process.connected) process.exit(1);

const db = createDatabase(loadConfig().databaseUrl, 2);
const step = await ImportStep.begin(db, process.argv[2]!);
try {
  // Reading needs no model in memory, and grouping no file.
  if (step?.row.status === 'reading') await (await import('./read-tickets.js')).readTickets(db, step);
  if (step?.row.status === 'clustering') await (await import('./group-tickets.js')).groupTickets(step);
} catch (error) {
  if (error instanceof BatonError) await step!.refuse(error.code);
  else if (!(error instanceof Superseded)) {
    createLogger('ticket import').error({ err: error }, 'an import was interrupted');
    process.exitCode = 1;
  }
} finally {
  await db.$disconnect();
}
process.exit();
