import type { Example } from './gold.js';

/** Somebody who writes all day, or lets a script write, does not decide what the model learns. */
const perContactAndDay = 5;
/** Twenty intents of this many rows are the 10,000 tickets that training's memory and time are budgeted for. */
const perIntent = 500;

/**
 * The examples that may be learnt from: of what comes from live conversations only the newest so many for a contact in a day (UTC),
 * and for an intent. Imported tickets were chosen by the shop and audited messages were drawn by lot: neither is capped.
 */
export function withinCaps(examples: Example[]): Example[] {
  const counts = new Map<string, number>();
  const count = (key: string) => counts.get(key) ?? 0;
  const dropped = new Set<Example>();
  for (const example of examples.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime())) {
    if (!example.live || example.audited) continue;
    const { contactId, intent, createdAt } = example;
    const day = contactId && `contact ${contactId} ${createdAt.toISOString().slice(0, 10)}`;
    const own = `intent ${intent}`;
    if ((day && count(day) >= perContactAndDay) || count(own) >= perIntent) {
      dropped.add(example);
      continue;
    }
    for (const key of [day, own]) if (key) counts.set(key, count(key) + 1);
  }
  return examples.filter((example) => !dropped.has(example));
}
