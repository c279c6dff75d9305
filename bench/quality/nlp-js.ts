import { createRequire } from 'node:module';
import type { Baseline } from './baseline.js';

interface NlpManager {
  addDocument(language: string, text: string, intent: string): void;
  train(): Promise<void>;
  process(language: string, text: string): Promise<{ classifications: { intent: string; score: number }[] }>;
}

/** node-nlp ships no types. */
const { NlpManager: Manager } = createRequire(import.meta.url)('node-nlp') as {
  NlpManager: new (settings: object) => NlpManager;
};

/**
 * nlp.js with its defaults, judged by its best score of an intent: its own answer is "None" wherever that is below a half, right or not,
 * and "None" is among its scores too.
 */
export const nlpJs: Baseline = {
  name: 'nlp.js',
  async fit(rows) {
    const manager = new Manager({ languages: ['en'], nlu: { log: false }, autoSave: false });
    for (const { text, intent, oos } of rows) if (!oos) manager.addDocument('en', text, intent);
    await manager.train();
    return async (text) => {
      const { classifications } = await manager.process('en', text);
      const best = classifications.find(({ intent }) => intent !== 'None');
      return { intent: best?.intent ?? '', confidence: best?.score ?? 0 };
    };
  },
};
