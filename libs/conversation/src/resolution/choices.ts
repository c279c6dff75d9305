import { createHash } from 'node:crypto';
import type { ClosingRequest, RankedIntent } from '#contracts';

type Choice = ClosingRequest['choices'][number];

/** So many of the model's intents are shown. */
const shown = 3;
/** Part of the episodes whose choices are drawn: what is picked there tells how much the place on the screen decides. */
const drawnPart = 0.1;

/** The model's best intents and "none of our topics": first where that is likelier than each of them, else last. */
export function choicesOf(ranked: RankedIntent[], oosScore: number): Choice[] {
  const best = ranked.slice(0, shown);
  const none = { intent: null, confidence: oosScore };
  return oosScore > (best[0]?.confidence ?? 0) ? [none, ...best] : [...best, none];
}

/** Whether the choices of an episode are drawn: the same answer whenever it is asked. */
export function isDrawn(episodeId: string): boolean {
  return lot(episodeId) < drawnPart;
}

/** What an agent chooses from, as it stands on the screen. `known`: names of the shop's intents, of which the model's may be none any more. */
export function choicesOnScreen(
  { ranked, oosScore }: { ranked: RankedIntent[]; oosScore: number },
  known: ReadonlySet<string>,
  episodeId: string,
): Choice[] {
  const there = ranked.filter(({ intent }) => known.has(intent));
  return onScreen(choicesOf(there, oosScore), episodeId);
}

/** Each order is equally likely where they are drawn. */
export function onScreen(choices: Choice[], episodeId: string): Choice[] {
  if (!isDrawn(episodeId)) return choices;
  const place = ({ intent }: Choice) => lot(`${episodeId} ${intent ?? ''}`);
  return choices.toSorted((a, b) => place(a) - place(b));
}

/** From 0 to 1, evenly spread over texts. */
function lot(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;
}
