import { BatonError } from '#contracts';
import { numberPatterns, type Database, type NumberPatterns } from '#database';
import { mask } from '#personal-data';
import { Categories, contactNameColumn, ImportCheck, mapRow, mostCategories, openTable } from '#ticket-import';
import { withWholeFile, type ImportStep, type StagedTicket } from '#ticket-staging';

const mostRows = 100_000;
const batchRows = 1000;

/** Reads the file of an import: every row is staged, masked, or refused for a reason; then the import has its report and categories. */
export async function readTickets(db: Database, step: ImportStep): Promise<void> {
  await step.clear();
  const patterns = await numberPatterns(db, step.row.workspaceId);
  await withWholeFile(db, step.row.id, (file) => stageRows(step, file, patterns));
}

async function stageRows(step: ImportStep, file: string, patterns: NumberPatterns): Promise<void> {
  const { mapping } = step;
  const table = await openTable(file, mostRows);
  const contactName = contactNameColumn(table.columns);
  const check = new ImportCheck();
  const categories = new Categories();
  let batch: StagedTicket[] = [];
  let staging = Promise.resolve();
  const stage = async () => {
    await staging; // one batch is written while the next is read
    staging = step.stage(batch, table.meter.share);
    staging.catch(() => undefined);
    batch = [];
  };
  for await (const row of table.rows) {
    const staged = stagedOf(mapRow(row, mapping, contactName), patterns, check);
    batch.push(staged);
    if (staged.refusal === null) categories.add(staged.category, staged.text);
    if (check.nIntents > mostCategories) throw new BatonError('TICKETS_CATEGORIES_MANY');
    if (batch.length === batchRows) await stage();
  }
  await stage();
  await staging;
  const report = check.report();
  if (report.taken === 0) throw new BatonError('TICKETS_NONE_TAKEN');
  await step.read(report, { categories: categories.list, unclustered: categories.unclustered });
}

/** What is stored of a row: nothing that masking would take out. */
function stagedOf(mapped: ReturnType<typeof mapRow>, patterns: NumberPatterns, check: ImportCheck): StagedTicket {
  if ('fault' in mapped) {
    const { fault, line, text } = mapped;
    const shown = mask(text, patterns).text;
    return { rowNumber: line, text: shown, category: null, reply: null, refusal: check.refuse(fault) };
  }
  const { line, intent, reply, contactName } = mapped.ticket;
  const options = contactName ? { ...patterns, contactName } : patterns;
  const { text, found } = mask(mapped.ticket.text, options);
  const refusal = check.take({ line, text, intent }, found);
  return { rowNumber: line, text, category: intent, reply: reply && mask(reply, options).text, refusal };
}
