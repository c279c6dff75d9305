import { distinct, pulling, type MakeObjective } from '#slm';

/**
 * Each message near itself under another dropout, the others of the batch away (SimCSE, Gao, Yao and Chen, arXiv 2104.08821, unsupervised):
 * needs no labels.
 */
export const selfContrastive: MakeObjective = (sets, _base, seed) => {
  const messages = distinct(sets.flatMap((set) => set.messages));
  return pulling(0.05, [{ messages, labels: [...messages.keys()] }], seed);
};
