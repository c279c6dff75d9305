import { ModelError } from '#contracts';
import type { Random } from '#statistics';

/** The facts about a vocabulary that masking needs. */
export interface MaskVocabulary {
  /** Number of tokens. */
  size: number;
  /** The id of the mask token. */
  mask: number;
  /** Ids of tokens that are no text. They are never masked and never put in the place of another token. */
  special: ReadonlySet<number>;
}

interface AddedToken {
  id: number;
  content: string;
  special: boolean;
}

/** `size`: number of tokens. Throws MASK_MISSING if the tokenizer has no mask token; BERT's is called [MASK], XLM-R's <mask>. */
export function maskVocabulary(tokenizerJson: string, size: number): MaskVocabulary {
  const { added_tokens: added } = JSON.parse(tokenizerJson) as { added_tokens: AddedToken[] };
  const mask = added.find(({ content }) => /^[[<]mask[\]>]$/i.test(content))?.id;
  if (mask === undefined) throw new ModelError('MASK_MISSING');
  return { size, mask, special: new Set(added.filter(({ special }) => special).map(({ id }) => id)) };
}

/** A token that is to be predicted from its context. */
export interface MaskedToken {
  message: number;
  position: number;
  /** The id before masking. */
  token: number;
}

const maskedShare = 0.15;

/** How many of `tokens` are masked. */
export function maskedCount(tokens: number): number {
  return Math.max(1, Math.round(tokens * maskedShare));
}

/** Shares of the masked tokens that are replaced by the mask token and by a random token. The rest stays, so no token can be trusted. */
const [maskShare, randomShare] = [0.8, 0.1];

/**
 * Masks 15 % of the tokens of a batch, at least one, as BERT was trained (Devlin and others, arXiv 1810.04805, section 3.1). Of these, 80 %
 * become the mask token, 10 % a random token, and 10 % stay as they are. Returns the changed messages and what is to be predicted.
 */
export function maskTokens(
  messages: readonly (readonly number[])[],
  { size, mask, special }: MaskVocabulary,
  random: Random,
): { messages: number[][]; masked: MaskedToken[] } {
  const shown = messages.map((tokens) => [...tokens]);
  const all = messages.flatMap((tokens, message) =>
    [...tokens.keys()].filter((position) => !special.has(tokens[position]!)).map((position) => ({ message, position })),
  );
  const chosen = random.shuffle(all).slice(0, maskedCount(all.length));
  const anyToken = () => {
    for (;;) {
      const token = Math.floor(random.next() * size);
      if (!special.has(token)) return token;
    }
  };
  const masked = chosen.map(({ message, position }): MaskedToken => {
    const token = messages[message]![position]!;
    const drawn = random.next();
    if (drawn < maskShare) shown[message]![position] = mask;
    else if (drawn < maskShare + randomShare) shown[message]![position] = anyToken();
    return { message, position, token };
  });
  return { messages: shown, masked };
}
