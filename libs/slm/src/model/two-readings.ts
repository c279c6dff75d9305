import type { RankedIntent } from '#contracts';

/** A message by itself, or after the one before it. */
export interface OneReading {
  intent: string;
  confidence: number;
  oosScore: number;
  topK: RankedIntent[];
}

/** From this confidence on, what a message is read as after another one is set against what it surely says by itself. */
const sureAfter = 0.8;

/** "Do I pay postage for that" is about delivery by itself, and about the exchange after a question about one. */
export function areSurelyDifferent(alone: OneReading, after: OneReading): boolean {
  return after.intent !== alone.intent && after.confidence >= sureAfter;
}

/** The mean of both: neither intent is sure any more, so that the customer is asked which is meant. */
export function ofBoth(alone: OneReading, after: OneReading): OneReading {
  const sum = new Map<string, number>();
  for (const { intent, confidence } of [...alone.topK, ...after.topK])
    sum.set(intent, (sum.get(intent) ?? 0) + confidence);
  const topK = [...sum]
    .map(([intent, confidence]) => ({ intent, confidence: confidence / 2 }))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, Math.max(alone.topK.length, after.topK.length));
  return { ...topK[0]!, oosScore: (alone.oosScore + after.oosScore) / 2, topK };
}
