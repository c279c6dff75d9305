import { createHash } from 'node:crypto';

/**
 * The clientMessageId of the n-th thing, from 0, that the bot says to a message: a UUID of version 8 made of both, so that whoever
 * says it again says the same message.
 */
export function replyId(messageId: string, n: number): string {
  const hex = createHash('sha256').update(`${messageId} ${n}`).digest('hex');
  const [a, b, c, d, e] = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 15), hex.slice(15, 18), hex.slice(18, 30)];
  return `${a}-${b}-8${c}-8${d}-${e}`;
}
