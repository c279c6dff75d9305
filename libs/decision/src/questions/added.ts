import { isTopic } from '../manners/intents.js';
import type { Reading } from '../situation.js';

/** Of what the intents beside the first have, so much is one intent's. */
const mostOfRest = 0.7;
/** It has so many times as much as it had before the message. */
const lift = 3;
/** The message by itself gives it so much of what it gives to its best topic. */
const ofBestAlone = 0.5;

/**
 * What a message asks beside what the one before it asked, where it was read together with that one and both together are taken for the
 * same: the intent that the message makes much likelier than it was, if the message by itself does not speak against it. Null: nothing
 * stands out, as in "and on Sunday?", which asks the same of another day, or the model has learned to tell that by itself, and so the message
 * before was not read.
 */
export function addedBy({ intent, topK, alone, before }: Reading): string | null {
  if (alone === null || before.length === 0) return null;
  const others = topK.filter((ranked) => ranked.intent !== intent);
  const rest = others.reduce((sum, { confidence }) => sum + confidence, 0);
  const best = others.find((ranked) => isTopic(ranked.intent));
  if (!best || best.confidence < mostOfRest * rest) return null;
  // Not among the best before: then it had no more than the last of them.
  const was = before.find((ranked) => ranked.intent === best.intent) ?? before.at(-1);
  if (was && best.confidence < lift * was.confidence) return null;
  const topics = alone.topK.filter((ranked) => isTopic(ranked.intent));
  const own = topics.find((ranked) => ranked.intent === best.intent)?.confidence ?? 0;
  // By itself, too, it asks the same: "even on bank holidays?"
  if (topics.length === 0 || topics[0]!.intent === intent) return null;
  return own >= ofBestAlone * topics[0]!.confidence ? best.intent : null;
}
