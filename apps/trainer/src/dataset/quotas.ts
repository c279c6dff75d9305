import type { Example } from './test-set.js';

/** Somebody who writes all day, or lets a script write, does not decide what the model learns. */
const perContactAndDay = 5;
/** More conversations than a person closes with care in a day. */
const perAgentAndDay = 200;
/** Twenty intents of this many rows are the 10,000 tickets that training's memory and time are budgeted for. */
const perIntent = 500;

/**
 * The examples that may be learnt from: of what comes from live conversations only the newest so many for a contact and for
 * an agent in a day (UTC), and for an intent. Imported tickets were chosen by the shop and audited messages were drawn by lot: neither has a quota.
 */
export function withinQuotas(examples: Example[]): Example[] {
  const counts = new Map<string, number>();
  const dropped = new Set<Example>();
  for (const example of examples.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime())) {
    if (!example.live || example.audited) continue;
    const { contactId, agentId, intent, createdAt } = example;
    const day = createdAt.toISOString().slice(0, 10);
    const quotas = [
      { key: contactId && `contact ${contactId} ${day}`, most: perContactAndDay },
      { key: agentId && `agent ${agentId} ${day}`, most: perAgentAndDay },
      { key: `intent ${intent}`, most: perIntent },
    ].flatMap(({ key, most }) => (key ? [{ key, most, count: counts.get(key) ?? 0 }] : []));
    if (quotas.some(({ count, most }) => count >= most)) dropped.add(example);
    else for (const { key, count } of quotas) counts.set(key, count + 1);
  }
  return examples.filter((example) => !dropped.has(example));
}
