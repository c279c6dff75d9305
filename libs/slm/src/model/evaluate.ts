import type { ModelInput } from '#personal-data';
import { accuracy, aurc, coverageAt, ece, macroF1, oosAuroc, outcomeOf, type Judged } from '#statistics';
import type { Classifier } from './classifier.js';
import type { Metrics } from './model-folder.js';

/**
 * Accuracy and macro-F1 are over in-scope messages, and 0 without any. All other figures are over all messages; an answer to an out-of-scope
 * message counts as wrong.
 */
export function summarise(judged: Judged[]): Metrics {
  const inScope = judged.filter(({ oos }) => !oos);
  const labelled = inScope.map(({ intent, predicted }) => ({ label: intent, predicted }));
  const outcomes = judged.map(outcomeOf);
  return {
    n: judged.length,
    nOos: judged.length - inScope.length,
    accuracy: labelled.length ? accuracy(labelled) : 0,
    macroF1: labelled.length ? macroF1(labelled) : 0,
    ece: ece(outcomes),
    aurc: aurc(outcomes),
    oosAuroc: oosAuroc(judged),
    coverageAt5: coverageAt(outcomes, 0.05),
    coverageAt10: coverageAt(outcomes, 0.1),
  };
}

/** Classifies labelled rows one by one, as the model is served. */
export async function judge(
  classifier: Classifier,
  rows: (ModelInput & { intent: string; oos: boolean })[],
  onDone: (done: number) => void = () => {},
): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const { text, intent, oos, ...around } of rows) {
    const { intent: predicted, confidence, oosScore, latencyMs } = await classifier.classify(text, around);
    judged.push({ intent, oos, predicted, confidence, oosScore, latencyMs });
    onDone(judged.length);
  }
  return judged;
}
