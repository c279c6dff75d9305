import type { DecisionEvidence, DecisionKind, QuickReply } from '#contracts';

/**
 * What the bot did with one request of a message. `ask`: for what an answer needs; without a slot it asks for all of it again, or to sign
 * in. `clarify`: which of these intents is meant.
 */
export type Part =
  | { kind: 'answer'; intents: string[] }
  | { kind: 'ask'; intents: string[]; slot: string | null }
  | { kind: 'clarify'; intents: string[] }
  | { kind: 'small_talk' }
  | { kind: 'people'; urgent: boolean };

const intent = String.raw`[a-z_]+(?:\|[a-z_]+)*`;
const grammar = new RegExp(
  `^(?:(answer)(?::(${intent}))?|(ask)(?::(${intent})(?:\\.(\\w+))?)?|(clarify)(?::(${intent}))?|small_talk|people(:urgent)?)$`,
);

/**
 * An outcome as the set writes it: "answer:return_item", "answer:return_item|exchange_item" (either), "answer" (whatever),
 * "ask:order_status.orderId", "ask:order_status" (for whatever), "ask", "clarify", "clarify:return_item|exchange_item" (these at least),
 * "small_talk", "people", "people:urgent". Those of several requests stand in their order, joined by " + ". Throws on anything else.
 */
export function parseOutcome(outcome: string): Part[] {
  return outcome.split(' + ').map((part) => {
    const match = grammar.exec(part);
    if (!match) throw new Error(`"${part}" is no outcome`);
    const [, answer, answered, ask, asked, slot, clarify, options, urgent] = match;
    const intents = (answered ?? asked ?? options)?.split('|') ?? [];
    if (answer) return { kind: 'answer', intents };
    if (ask) return { kind: 'ask', intents, slot: slot ?? null };
    if (clarify) return { kind: 'clarify', intents };
    return part === 'small_talk' ? { kind: 'small_talk' } : { kind: 'people', urgent: urgent !== undefined };
  });
}

/** What is written down about one message. Intents by name. */
export interface Decided {
  kind: DecisionKind;
  intent: string | null;
  slot: string | null;
  evidence: DecisionEvidence | null;
  urgent: boolean;
  /** What was offered to choose from, by intent; what is no intent's title is left out. */
  options: string[];
}

/** Intents whose answers are manners. */
const manners = new Set(['greeting', 'closing']);

/** The outcome of a decision: a part for each request in it, in their order. The same twice in a row is one; manners beside others are none. */
export function outcomeOf(decided: Decided): Part[] {
  const requests = decided.evidence?.requests ?? [];
  const each = requests.length > 0 ? requests : [decided];
  const parts = each.map(({ kind, intent }) => partOf(decided, kind, intent));
  const handedOver = decided.kind === 'escalate' && !parts.some(({ kind }) => kind === 'people');
  if (handedOver) parts.push({ kind: 'people', urgent: decided.urgent });
  const matters = parts.filter(({ kind }) => kind !== 'small_talk');
  return (matters.length > 0 ? matters : parts.slice(0, 1)).filter(
    (part, i, all) => i === 0 || written([part]) !== written([all[i - 1]!]),
  );
}

function partOf({ slot, urgent, options }: Decided, kind: DecisionKind, intent: string | null): Part {
  switch (kind) {
    case 'escalate':
      return { kind: 'people', urgent };
    case 'small_talk':
      return { kind };
    case 'clarify':
      return { kind, intents: options };
    case 'ask_slot':
      return { kind: 'ask', intents: [intent ?? '?'], slot };
    case 'answer':
      return manners.has(intent ?? '') ? { kind: 'small_talk' } : { kind, intents: [intent ?? '?'] };
  }
}

/** As the set writes it. */
export function written(parts: Part[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'people') return part.urgent ? 'people:urgent' : 'people';
      if (part.kind === 'small_talk') return part.kind;
      const slot = part.kind === 'ask' && part.slot !== null ? `.${part.slot}` : '';
      return [part.kind, part.intents.join('|')].filter((word) => word !== '').join(':') + slot;
    })
    .join(' + ');
}

/** Whether a part that happened is one that may. */
export function fits(happened: Part, may: Part): boolean {
  switch (happened.kind) {
    case 'people':
      return may.kind === 'people' && (happened.urgent || !may.urgent);
    case 'small_talk':
      return may.kind === 'small_talk';
    case 'clarify':
      return may.kind === 'clarify' && may.intents.every((wanted) => happened.intents.includes(wanted));
    case 'answer':
      return may.kind === 'answer' && isOneOf(happened.intents, may.intents);
    case 'ask':
      return (
        may.kind === 'ask' &&
        isOneOf(happened.intents, may.intents) &&
        (may.slot === null || may.slot === happened.slot)
      );
  }
}

function isOneOf([intent]: string[], allowed: string[]): boolean {
  return allowed.length === 0 || allowed.includes(intent!);
}

/** The quick replies' intents, by title. */
export function optionsOf(quickReplies: QuickReply[], nameByTitle: ReadonlyMap<string, string>): string[] {
  return quickReplies.flatMap(({ label }) => nameByTitle.get(label.toLowerCase()) ?? []);
}
