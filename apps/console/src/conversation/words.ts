/** What the console says about a conversation in its own words: the database keeps codes and people's words only. */
import type { Activity, ConversationItem, EpisodeView } from '#contracts';
import { fullTime } from '../ui/format.js';
import { reasonOf } from '../evidence/reasons.js';

/** Empty for a code of a later version: a console that was open during an upgrade still runs this one. */
export function activityText({ code, params }: Activity): string {
  switch (code) {
    case 'asked_for_person':
      return 'The customer asked to talk to a person';
    case 'handed_over':
      return `Handed over: ${reasonOf(params.reason).title.toLowerCase()}`;
    case 'joined':
      return `${params.agentName} joined`;
    case 'handed_back':
      return `${params.agentName} handed it back to the bot`;
    case 'requeued':
      return `${params.agentName} is gone: it waits for the next agent`;
    case 'transferred':
      return `${params.agentName} passed it on to ${params.toName}`;
    case 'taken_over':
      return `${params.agentName} took it over from ${params.fromName}`;
    case 'returned':
      return `The customer wrote again: back with ${params.agentName}`;
    case 'snoozed':
      return `${params.agentName} snoozed it until ${fullTime(params.until)}`;
    case 'woken':
      return 'It is back: its snooze has ended';
    case 'resolved':
      return `${params.agentName} resolved it`;
    case 'closing_undone':
      return `${params.agentName} took the closing back`;
    case 'closed_by_bot':
      return 'The bot closed it after a quiet time';
    case 'rated':
      return `The customer rated it ${params.score} of 5`;
    case 'rating_explained':
      return `The customer says about it: “${params.comment}”`;
    case 'email_left':
      return 'The customer wants to be answered by e-mail, too';
    default:
      return '';
  }
}

export function visitorName({ contactName, contactId }: Pick<ConversationItem, 'contactName' | 'contactId'>): string {
  return contactName ?? `Visitor ${contactId.slice(-4)}`;
}

/** How a closed episode ended. */
export function outcomeText({ closedBy, outcome }: EpisodeView): string {
  if (closedBy === 'agent') return 'Resolved';
  if (outcome === 'handed_off') return 'Closed after a hand-back';
  return outcome === 'assumed' ? 'Answered by the bot' : 'Customer left';
}
