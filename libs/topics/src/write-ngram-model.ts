import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { dialogueActRows, outOfScopeRows, sensitiveRows } from '#background';
import { sensitiveTopic } from '#contracts';
import { fitNgrams, type TopicRow } from './fit-ngrams.js';
import { ngramModelFile, ngramModelToBytes } from './ngram-model.js';
import { topicsByWords } from './topics-by-words.js';

/** Fits the n-gram model on the background rows and on messages that are `ordinary`, and puts it into `data`. */
export async function writeNgramModel(ordinary: readonly string[]): Promise<{ file: string; rows: number }> {
  const rows = ngramRows(ordinary);
  mkdirSync(dirname(ngramModelFile), { recursive: true });
  writeFileSync(ngramModelFile, ngramModelToBytes(await fitNgrams(rows)));
  return { file: ngramModelFile, rows: rows.length };
}

/** Rows on topics and their look-alikes; then rows of other kinds, which have no topic except where the lists find one. */
function ngramRows(ordinary: readonly string[]): TopicRow[] {
  const others = [
    ...[...ordinary, ...outOfScopeRows().map(({ text }) => text)].map((text) => ({
      text,
      topics: [],
      unknown: topicsByWords(text),
    })),
    // Anger may be abuse or a threat, too.
    ...dialogueActRows().map(({ text, acts }) => ({
      text,
      topics: [],
      unknown: acts.includes('upset') ? sensitiveTopic.options : topicsByWords(text),
    })),
  ];
  return [...sensitiveRows(), ...others];
}
