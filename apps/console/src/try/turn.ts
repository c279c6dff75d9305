import type { TriedMessage } from '#contracts';

/** One message of the trial, and what came of it. */
export interface Turn {
  id: number;
  text: string;
  /** Null while the bot thinks, and where it failed. */
  tried: TriedMessage | null;
  error: string | null;
}
