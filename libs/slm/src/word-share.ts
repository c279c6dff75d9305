import { judgements, type Proof } from './proof.js';

const choices = [0, 0.3];

/** How much the word model counts beside the encoder: what gets most of the proof's messages right, the encoder alone if both do. */
export function chooseWordShare(proof: Proof): number {
  const right = (share: number) => judgements(proof, share).filter(({ correct }) => correct).length;
  return choices.reduce((best, share) => (right(share) > right(best) ? share : best));
}
