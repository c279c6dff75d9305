import { mask, type MaskOptions } from './mask.js';

/** A customer's message as models meet it, in training, in evaluation and when they serve: identities taken out. */
export interface ModelInput {
  text: string;
  /** The customer's message before it in the same episode. */
  previous?: string;
  /** The bot has asked what that one was about, and this is the answer. */
  asked?: boolean;
  /** The message without what it denies, where it denies something: what it is about. */
  about?: string;
}

/** What goes with a message. */
export type Around = Omit<ModelInput, 'text' | 'previous'> & { previous?: string | null };

/** `numbers`: the shapes of the shop's own numbers. Rows that were stored have them masked already. */
export function modelInput(
  text: string,
  { previous, asked, about }: Around = {},
  numbers: MaskOptions = {},
): ModelInput {
  const masked = (typed: string) => mask(typed, numbers).text;
  return {
    text: masked(text),
    ...(previous && { previous: masked(previous), ...(asked && { asked }) }),
    ...(about !== undefined && about !== text && { about: masked(about) }),
  };
}
