import { judgements, type Proof } from './proof.js';

/** Best on the validation rows of Banking77; anything from 0.2 to 0.5 does nearly as well there. */
const withWords = 0.3;
export const wordsAlone = 1;

/**
 * How much the word model counts beside the encoder: 0.3, unless that gets fewer of the proof's messages right by more than one standard
 * error of the difference (McNemar: the root of the number of messages that only one of them gets right). It pays on nearly every
 * set, by a few messages in a thousand, which a few hundred held-out rows cannot show.
 */
export function chooseWordShare(proof: Proof): number {
  const alone = judgements(proof, 0);
  const together = judgements(proof, withWords);
  const gained = together.filter(({ correct }, i) => correct && !alone[i]!.correct).length;
  const lost = together.filter(({ correct }, i) => !correct && alone[i]!.correct).length;
  return lost - gained > Math.sqrt(gained + lost) ? 0 : withWords;
}
