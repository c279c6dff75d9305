import { ModelError } from '#contracts';
import type { Random } from './random.js';

/** What of a vocabulary masking has to know. */
export interface MaskVocabulary {
  /** Number of pieces. */
  size: number;
  /** The piece that stands for a hidden one. */
  mask: number;
  /** Pieces that are no text: never hidden, never put in another's place. */
  special: ReadonlySet<number>;
}

interface AddedToken {
  id: number;
  content: string;
  special: boolean;
}

/** Throws if the tokenizer has no piece for hidden ones: BERT's is called [MASK], XLM-R's <mask>. */
export function maskVocabulary(tokenizerJson: string, size: number): MaskVocabulary {
  const { added_tokens: added } = JSON.parse(tokenizerJson) as { added_tokens: AddedToken[] };
  const mask = added.find(({ content }) => /^[[<]mask[\]>]$/i.test(content))?.id;
  if (mask === undefined) throw new ModelError('MASK_MISSING');
  return { size, mask, special: new Set(added.filter(({ special }) => special).map(({ id }) => id)) };
}

/** A piece to be told from its surroundings. */
export interface HiddenPiece {
  message: number;
  place: number;
  /** What stood there. */
  piece: number;
}

const hiddenShare = 0.15;

/** How many of `pieces` are hidden. */
export function hiddenCount(pieces: number): number {
  return Math.max(1, Math.round(pieces * hiddenShare));
}

/** Of the hidden pieces these shares become the mask and another piece; the rest stay, so that no piece seen can be trusted blindly. */
const [maskedShare, replacedShare] = [0.8, 0.1];

/**
 * Hides 15 % of the pieces of a batch, at least one, as BERT was trained (Devlin and others, arXiv 1810.04805, section 3.1): 80 % of them
 * behind the mask, 10 % behind a random piece, 10 % not at all.
 */
export function hidePieces(
  messages: readonly (readonly number[])[],
  { size, mask, special }: MaskVocabulary,
  random: Random,
): { messages: number[][]; hidden: HiddenPiece[] } {
  const shown = messages.map((pieces) => [...pieces]);
  const all = messages.flatMap((pieces, message) =>
    [...pieces.keys()].filter((place) => !special.has(pieces[place]!)).map((place) => ({ message, place })),
  );
  const chosen = random.shuffle(all).slice(0, hiddenCount(all.length));
  const anyPiece = () => {
    for (;;) {
      const piece = Math.floor(random.next() * size);
      if (!special.has(piece)) return piece;
    }
  };
  const hidden = chosen.map(({ message, place }): HiddenPiece => {
    const piece = messages[message]![place]!;
    const lot = random.next();
    if (lot < maskedShare) shown[message]![place] = mask;
    else if (lot < maskedShare + replacedShare) shown[message]![place] = anyPiece();
    return { message, place, piece };
  });
  return { messages: shown, hidden };
}
