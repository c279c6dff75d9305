import { uuidv7 } from 'uuidv7';
import { recordChange } from '#administration';
import { lockWorkspace, type Transaction } from '#database';
import { intentNameOf } from '#ticket-import';
import type { ImportStep } from './import-steps.js';

/** What becomes of a category. */
interface Destination {
  category: string;
  intentId: string | null;
  outOfScope: boolean;
}

/**
 * Makes intents of the chosen categories and training examples of their rows: all of it, or nothing. An intent that is new starts without
 * automation: somebody has to approve its answer first. A row that the workspace has already, with the same text and intent, is not added.
 */
export async function addTickets(step: ImportStep): Promise<void> {
  const { id: importId, workspaceId, chosenById } = step.row;
  await step.own({ status: 'added', progress: 1 }, async (tx) => {
    // Two imports of one workspace add their rows one after the other, and no intent goes that rows are added to.
    await lockWorkspace(tx, workspaceId);
    const { destinations, newIntents } = await chooseIntents(tx, step);
    const added = await tx.$executeRaw`
      INSERT INTO training_example (id, "workspaceId", text, "intentId", "outOfScope", source, reply, "importId")
      SELECT DISTINCT ON (ticket.text, chosen."intentId") ticket.id, ${workspaceId}::uuid, ticket.text, chosen."intentId",
        chosen."outOfScope", 'import', ticket.reply, ${importId}::uuid
      FROM imported_ticket ticket
      JOIN json_to_recordset(${JSON.stringify(destinations)}::json)
        AS chosen(category text, "intentId" uuid, "outOfScope" boolean) ON chosen.category = ticket.category
      LEFT JOIN training_example known ON known."workspaceId" = ${workspaceId}::uuid AND known.text = ticket.text
        AND coalesce(known."intentId", ${noIntent}::uuid) = coalesce(chosen."intentId", ${noIntent}::uuid)
      WHERE ticket."importId" = ${importId}::uuid AND ticket.refusal IS NULL AND known.id IS NULL
      ORDER BY ticket.text, chosen."intentId", ticket."rowNumber"`;
    await tx.importedTicket.deleteMany({ where: { importId, refusal: null } });
    const change = { action: 'ticket_import.added', subjectType: 'ticket_import', subjectId: importId };
    const after = { fileName: step.row.fileName, examples: added, newIntents };
    await recordChange(tx, { type: 'user', userId: chosenById!, workspaceId }, { ...change, after });
  });
}

const noIntent = '00000000-0000-0000-0000-000000000000';

/** Categories with the same title become one intent; the workspace's own of that title, or of the name made from it, if it has one. */
async function chooseIntents(tx: Transaction, step: ImportStep) {
  const { workspaceId } = step.row;
  const ids = new Map<string, string>();
  for (const { id, name, title } of await tx.intent.findMany({ where: { workspaceId } })) {
    ids.set(keyOf(title), id);
    ids.set(name, id);
  }
  const created: { id: string; workspaceId: string; name: string; title: string; automate: false }[] = [];
  const destinations: Destination[] = [];
  const named = new Set<string>();
  for (const { name: category, intent: title, outOfScope } of step.chosen) {
    if (named.has(category)) continue; // a row has one intent: what was said first counts
    named.add(category);
    if (outOfScope) destinations.push({ category, intentId: null, outOfScope });
    if (outOfScope || title === null) continue;
    const name = intentNameOf(title);
    let intentId = ids.get(keyOf(title)) ?? ids.get(name);
    if (!intentId) {
      intentId = uuidv7();
      created.push({ id: intentId, workspaceId, name, title: title.trim(), automate: false });
      ids.set(keyOf(title), intentId).set(name, intentId);
    }
    destinations.push({ category, intentId, outOfScope: false });
  }
  await tx.intent.createMany({ data: created });
  return { destinations, newIntents: created.map(({ title }) => title) };
}

function keyOf(title: string): string {
  return title.normalize('NFKC').trim().toLowerCase();
}
