import { fitTfidf, tfidfOutputs } from '#slm';
import type { Baseline } from './baseline.js';

/** Enough that terms seldom share one. */
const buckets = 2 ** 18;

/**
 * TF-IDF of words (1-2) and of characters within words (2-5) under a multinomial logistic regression (C 30): what a shop gets from
 * scikit-learn in an afternoon.
 */
export const tfidf: Baseline = {
  name: 'TF-IDF + logistic regression',
  async fit(rows) {
    const inScope = rows.filter(({ oos }) => !oos);
    const intents = [...new Set(inScope.map(({ intent }) => intent))].sort();
    const targets = inScope.map(({ intent }) => intents.indexOf(intent));
    const model = await fitTfidf(inScope, targets, { intents: intents.length, seed: 1, buckets });
    const predict = (text: string) => {
      const scores = tfidfOutputs(model, text).tfidf;
      const best = scores.indexOf(Math.max(...scores));
      return Promise.resolve({ intent: intents[best]!, confidence: Math.exp(scores[best]!) });
    };
    return predict;
  },
};
