import type { Turn } from '../situation.js';
import { isManners } from './intents.js';
import { givesThanks } from './polite.js';

/**
 * Before the bot has said anything nobody takes leave, or is content, without words of thanks, whatever a model makes of it: "oh brilliant,
 * one boot in the box. I'll just hop then".
 */
export function isTooEarly(intent: string, { text, lastBot }: Turn): boolean {
  return lastBot === null && isManners(intent) && intent !== 'greeting' && !givesThanks(text);
}
