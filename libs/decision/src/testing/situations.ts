import type { Action } from '#actions';
import { dialogueAct, sensitiveTopic, type ActionIdentity, type ActionSlot } from '#contracts';
import { decide } from '../decide.js';
import type { Outcome, Settled } from '../outcome.js';
import { loneTurn, type EarlierMessage, type Knowledge, type Reading, type Shop, type ShopIntent, type Turn } from '../situation.js'; // prettier-ignore

/** Turns, shops and readings for specs. */
export const says = (text: string, more: Partial<Turn> = {}): Turn => ({
  ...loneTurn(text, new Date('2026-11-26T12:00:00Z')),
  ...more,
});

export const answered = (text: string, action: Action | null = null) => ({ text, conditions: [], action });

export const intent = (name: string, more: Partial<ShopIntent> = {}): ShopIntent => ({
  ...{ id: `id of ${name}`, name, title: `About ${name}`, automate: true },
  answers: new Map([['en', answered(`Answer to ${name}.`)]]),
  ...more,
});

export const slot = (name: string, kind: ActionSlot['kind'], more: Partial<ActionSlot> = {}): ActionSlot => ({
  ...{ name, kind, question: '', choices: [] },
  ...more,
});

export const action = (identity: ActionIdentity, slots: ActionSlot[], id = 'id of action'): Action => ({
  ...{ id, workspaceId: 'w', name: 'lookUp', title: 'Look up', method: 'GET', url: 'https://shop.example' },
  ...{ body: '', headerName: '', headerSecret: null, outputs: [], confirmedBy: [], timeoutMs: 3000 },
  ...{ identity, slots },
});

export const order = action('verified_contact', [slot('orderId', 'order_number'), slot('email', 'email')]);
export const invoice = action('public', [slot('orderId', 'order_number')], 'id of invoice action');
const stock = action('public', [slot('product', 'choice', { choices: ['Mug', 'Lamp'], question: 'Which product?' })]);
const remark = action('public', [slot('what', 'text')]);
const orderAnswer = {
  ...answered('Order {{number}} is {{status}}.', order),
  conditions: [
    { variable: 'status', operator: 'is' as const, value: 'delivered', text: 'Order {{number}} has come.' },
    { variable: 'due', operator: 'more_than_days_ago' as const, value: '3', text: 'It is late, {{contact.name}}.' },
  ],
};

export const shop: Shop = {
  ...{ locale: 'en', otherLanguages: 'people', country: 'GB', orderNumberPattern: '', customerNumberPattern: '' },
  topics: { disabled: [], own: [], helpLine: 'Call 116 123.' },
  intents: new Map(
    [
      intent('refund', { title: 'Refund status' }),
      intent('delivery', {
        title: 'Delivery time',
        answers: new Map([
          ['en', answered('In three days.')],
          ['de', answered('In drei Tagen.')],
        ]),
      }),
      intent('cost', { title: 'Delivery cost' }),
      intent('warranty', { automate: false }),
      intent('gift', { answers: new Map() }),
      intent('address', { answers: new Map([['en', answered('It went to {{contact.email}}.')]]) }),
      intent('order', { title: 'Order status', answers: new Map([['en', orderAnswer]]) }),
      intent('invoice', { title: 'Invoice', answers: new Map([['en', answered('Here is {{link}}.', invoice)]]) }),
      intent('stock', { answers: new Map([['en', answered('There are {{n}}.', stock)]]) }),
      intent('remark', { answers: new Map([['en', answered('Noted: {{number}}.', remark)]]) }),
      intent('account', { answers: new Map([['en', answered('{{points}} points.', action('signed_in', []))]]) }),
      intent('greeting', { answers: new Map([['en', answered('Welcome to the shop!')]]) }),
      intent('talk_to_human', { title: 'A person', automate: false }),
    ].map((each) => [each.name, each]),
  ),
};

export const customer = { name: 'Jo', email: 'jo@example.com', customerId: 'c1' };

const zeros = <K extends string>(names: readonly K[]) =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<K, number>;

/** Intents with their confidence, best first. */
export function reads(...topK: [string, number][]): Reading {
  const [[name, confidence] = ['refund', 0]] = topK;
  return {
    ...{ intent: name, confidence, oosScore: 0.1, readAfterPrevious: false, alone: null },
    ...{ before: [], requests: [], possibleRequests: [] },
    topK: topK.map(([each, p]) => ({ intent: each, confidence: p })),
    topics: zeros(sensitiveTopic.options),
    acts: zeros(dialogueAct.options),
  };
}

export const unsure = reads(['refund', 0.2], ['delivery', 0.02]);
export const unlikeAnything: Reading = { ...unsure, oosScore: 0.9 };

export const withActs = (reading: Reading, acts: Partial<Reading['acts']>): Reading => ({
  ...reading,
  acts: { ...reading.acts, ...acts },
});

/** Requests, each half of the text. */
export const readsSeveral = (...requests: [string, number][]): Reading => ({
  ...reads(requests[0]!),
  requests: requests.map(halfOfText),
});

/** One intent, or several: the first is that of the whole. */
export const mayReadSeveral = (...requests: [string, number][]): Reading => ({
  ...reads(requests[0]!),
  possibleRequests: requests.map(halfOfText),
});

const halfOfText = ([name, confidence]: [string, number], i: number) => ({
  ...reads([name, confidence]),
  ...{ from: 10 * i, to: 10 * i + 9, text: name },
});

export const policy = { threshold: 0.8, likelyFrom: 2, oosLimit: 0.5 };

export const known = (reading: Reading, more: Partial<Knowledge> = {}): Knowledge => ({
  ...{ reading, policy, shop, results: new Map(), similarities: null },
  ...more,
});

export const outcome = (turn: Turn, reading: Reading, more: Partial<Knowledge> = {}): Outcome => {
  const decided = decide(turn, known(reading, more));
  if (decided.kind === 'compare') throw new Error('Compare first');
  return decided;
};

type Decision = NonNullable<EarlierMessage['decision']>;

export const before = (
  text: string,
  kind: Decision['kind'],
  name: string | null = null,
  slotName: string | null = null,
  more: Partial<Decision> = {},
): EarlierMessage => ({
  text,
  decision: { kind, rule: null, intentId: name === null ? null : `id of ${name}`, slot: slotName, ...more },
});

/** The bot's last words, with buttons. */
export const bot = (text: string, ...buttons: string[]): Turn['lastBot'] => ({
  text,
  quickReplies: buttons.map((label) => ({ label, text: label })),
});

/** Carries calls out with one answer for all, until something is said. */
export function settled(
  turn: Turn,
  reading: Reading,
  outputs: Record<string, string>,
  more: Partial<Knowledge> = {},
): Settled {
  const results = new Map();
  for (;;) {
    const next = outcome(turn, reading, { ...more, results });
    if (next.kind !== 'act') return next;
    results.set(JSON.stringify([next.action.id, Object.entries(next.slots).sort()]), { outputs });
  }
}

/** The turn after this one: what was decided is remembered, and what was said last. */
export function afterThat(turn: Turn, done: Settled, text: string): Turn {
  const last = done.replies.at(-1);
  const decision: Decision = {
    ...{ kind: done.kind, rule: done.rule },
    intentId: 'intentId' in done ? done.intentId : null,
    slot: done.kind === 'ask_slot' ? (done.slot ?? null) : null,
    requests: done.evidence.requests,
  };
  return {
    ...turn,
    text,
    earlier: [{ text: turn.text, decision }, ...turn.earlier],
    lastBot: last ? { text: last.text, quickReplies: last.quickReplies ?? [] } : turn.lastBot,
  };
}
