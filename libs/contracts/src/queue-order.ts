import type { ConversationPriority } from './enums.js';

/** By how much a priority goes before normal ones in the line, s: who waits longer than that comes first all the same. */
export const headStartSeconds: Record<ConversationPriority, number> = {
  urgent: 86_400,
  high: 1800,
  normal: 0,
  low: -1800,
};

/** Of a queue entry; what is handed over urgently is. */
export function priorityRank(priority: ConversationPriority, urgent: boolean): number {
  return urgent ? 2 : { urgent: 2, high: 1, normal: 0, low: -1 }[priority];
}

/** Where one that waits since `queuedAt` stands in the line: earlier ones come first. */
export function queueOrder(queuedAt: Date, priority: ConversationPriority, urgent: boolean): Date {
  return new Date(queuedAt.getTime() - 1000 * headStartSeconds[urgent ? 'urgent' : priority]);
}
