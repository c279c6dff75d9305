import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readRows as readBackgroundRows } from '#background';
import { sensitiveTopic } from '#contracts';
import type { LabelledText } from '#slm';
import { starterKits } from '#starter-kits';
import { seededRandom } from '#statistics';
import { readRows } from '#ticket-import';

const heldOutRow = z.object({ text: z.string(), topics: z.array(sensitiveTopic).min(1), language: z.string() });
export type HeldOutRow = z.infer<typeof heldOutRow>;

const anyRow = heldOutRow.extend({ topics: z.array(sensitiveTopic) });

/** Messages on topics that nothing was fitted or tuned on. */
export function heldOutRows(): HeldOutRow[] {
  return readBackgroundRows('sensitive-topics.held-out.jsonl', heldOutRow);
}

/** Harder ones, written before the rows of the same author that are trained on; without topics, ordinary ones. */
export function hardHeldOutRows(): z.infer<typeof anyRow>[] {
  return readBackgroundRows('sensitive-topics.held-out-2.jsonl', anyRow);
}

export const demoRows = async (): Promise<LabelledText[]> => (await readRows('apps/demo-shop/data/tickets.jsonl')).rows;

/** Intents that are sensitive themselves, so that their messages are no ordinary ones. */
const sensitiveIntents = new Set([
  ...['privacy_request', 'account_problem', 'account_access'],
  ...['card_payment_not_recognised', 'direct_debit_payment_not_recognised', 'cash_withdrawal_not_recognised'],
  ...['compromised_card', 'lost_or_stolen_card', 'lost_or_stolen_phone', 'extra_charge_on_statement'],
  ...['report_fraud', 'report_lost_card', 'replacement_card_duration', 'freeze_account', 'account_blocked'],
  ...['delete_account', 'terminate_account', 'why_verify_identity', 'meaning_of_life', 'vaccines'],
]);

/** Messages of other intents of the project's own sets that are on a topic: strange charges, law, a hacked account, a spark. */
const onTopic =
  /did not authorise|charge from your shop|do ?n.t recognise|by my flatmate|trading standards|scam company|is that a scam|sparked|who gave you my address|another customer's invoice|not by me|payment to (?:you|fernhill).*(?:never made|didnt buy)|rang saying they were fernhill|reset email i didn't ask for|i've not bought anything this year|password leaked|(?:second payment to|£19 thing from) you on my statement|debited by you on the 6th, although/i;

const publicSets = ['banking77', 'clinc150', 'bitext_cs'];
const perSet = 1_200;

export interface OrdinaryMessage {
  set: string;
  text: string;
}

/** The demo shop's held-out tickets, the starter kits' wordings, and a sample of each public set that lies beside the repository. */
export async function ordinaryMessages(): Promise<OrdinaryMessage[]> {
  const demo = (await readRows('apps/demo-shop/data/tickets.held-out.jsonl')).rows;
  const kits = new Map(
    starterKits()
      .flatMap(({ intents }) => intents)
      .flatMap(({ name, examples }) => examples.map((text): [string, string] => [text, name])),
  );
  const own = [
    ...ordinary(demo).map((text) => ({ set: 'demo-shop', text })),
    ...ordinary([...kits].map(([text, intent]) => ({ text, intent, oos: false }))).map((text) => ({
      set: 'starter-kits',
      text,
    })),
  ].filter(({ text }) => !onTopic.test(text));
  const others = await Promise.all(publicSets.map(sampleOf));
  return [...own, ...others.flat()];
}

async function sampleOf(set: string): Promise<OrdinaryMessage[]> {
  const file = join('../shared/datasets', set, 'train.jsonl');
  if (!existsSync(file)) return [];
  const texts = ordinary((await readRows(file)).rows);
  return seededRandom(1)
    .shuffle(texts)
    .slice(0, perSet)
    .map((text) => ({ set, text }));
}

function ordinary(rows: LabelledText[]): string[] {
  return rows.filter(({ intent }) => !sensitiveIntents.has(intent)).map(({ text }) => text);
}
