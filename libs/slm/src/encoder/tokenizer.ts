import { readFileSync } from 'node:fs';
import * as tokenizers from '@huggingface/tokenizers';

/** The library's declarations do not resolve under Node's module rules, so the part in use is declared here. */
const { Tokenizer } = tokenizers as unknown as {
  Tokenizer: new (tokenizer: object, config: object) => { encode(text: string): { ids: number[] } };
};

/** Longest message in WordPiece tokens, special ones included. Support messages are short, and attention costs grow with the square. */
export const maxTokens = 64;

/** No message of 64 tokens needs more characters. Cutting the text first keeps a pasted book from costing seconds. */
const maxCharacters = 4_000;

export interface TextTokenizer {
  /** Token ids with special tokens, at most `maxTokens`. A longer text keeps its beginning and the closing token. */
  encode(text: string): number[];
  /** What `encode` returns, and the same of the text's end; null where `encode` keeps all of it. */
  encodeEnds(text: string): { beginning: number[]; end: number[] | null };
}

/** `tokenizerJson`: the content of a tokenizer.json. `prefix` is put before every text ("query: " for E5). */
export function createTokenizer(tokenizerJson: object, prefix = ''): TextTokenizer {
  const tokenizer = new Tokenizer(tokenizerJson, {});
  const idsOf = (text: string) => tokenizer.encode(prefix + text.toWellFormed()).ids;
  const start = idsOf('').slice(0, -1);
  const beginningOf = (ids: number[]) =>
    ids.length <= maxTokens ? ids : [...ids.slice(0, maxTokens - 1), ids[ids.length - 1]!];
  const endOf = (ids: number[]) =>
    ids.length <= maxTokens ? null : [...start, ...ids.slice(start.length - maxTokens)];
  return {
    encode(text) {
      return beginningOf(idsOf(text.slice(0, maxCharacters)));
    },
    encodeEnds(text) {
      const ids = idsOf(text.slice(0, maxCharacters));
      const last = text.length <= maxCharacters ? ids : idsOf(text.slice(-maxCharacters));
      return { beginning: beginningOf(ids), end: endOf(last) };
    },
  };
}

export function readTokenizer(file: string, prefix = ''): TextTokenizer {
  return createTokenizer(JSON.parse(readFileSync(file, 'utf8')) as object, prefix);
}
