import { BatonError, type ErrorCode } from '#contracts';

/** A shape that this console does not know is as unexpected as a server fault. */
export function codeOf(error: unknown): ErrorCode {
  return error instanceof BatonError ? error.code : 'INTERNAL';
}
