import type { Translation } from '../locale.js';
import type { ChatState } from '../state.js';

/** The one thing the visitor should know now: a cut connection first, then the queue. */
export function notice(state: ChatState, { text }: Translation): { tone: 'warning' | 'info'; text: string } | null {
  if (state.link === 'offline') return { tone: 'warning', text: text('offline') };
  if (state.link === 'reconnecting') return { tone: 'warning', text: text('reconnecting') };
  const { status, queuePosition, queueWait, agentsOnline, email } = state.conversation ?? {};
  if (status === 'resolved') return { tone: 'info', text: text('closed') };
  if (status !== 'queued') return null;
  if (!agentsOnline) return { tone: 'info', text: email ? text('nobodyMail', { name: email }) : text('nobody') };
  if (!queuePosition) return { tone: 'info', text: text('waiting') };
  const place = { n: queuePosition };
  return { tone: 'info', text: queueWait ? text('queueWait', { ...place, ...queueWait }) : text('queue', place) };
}

/** Who is on the other side, under the inbox's name. */
export function tagline({ conversation, failure }: ChatState, { text }: Translation): string {
  if (failure) return '';
  if (conversation?.ownerType === 'agent') return text('talkingTo', { name: conversation.agentName ?? text('agent') });
  if (conversation?.status === 'queued') return conversation.agentsOnline ? text('waiting') : '';
  return text('tagline');
}
