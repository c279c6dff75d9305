import { around } from '#decision';
import { modelInput } from '#personal-data';
import { demoTickets } from '../../../../prisma/seed.js';
import { splitTestSet, type Example, type Split } from '../dataset/test-set.js';

/** The demo shop's tickets as the trainer of a new demo reads and divides them. */
export async function demoRows(now: Date): Promise<Split> {
  const tickets = await demoTickets();
  return splitTestSet(
    tickets.map(({ text: said, intent, oos }, i): Example => {
      const asServed = modelInput(said, around({ text: said, earlier: [] }));
      const imported = { live: false, audited: false, contactId: null, agentId: null, createdAt: now };
      return { id: String(i), text: asServed.text, asServed, intent: oos ? '' : intent, oos, ...imported };
    }),
    now,
  );
}
