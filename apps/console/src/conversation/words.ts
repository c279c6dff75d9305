/** What the console says about a conversation in its own words: the database keeps codes and people's words only. */
import type { Activity, ConversationItem, EpisodeView } from '#contracts';
import { fullTime, inSentence } from '../ui/format.js';
import { reasonOf } from '../evidence/reasons.js';
import { t } from '../language/t.js';

/** Empty for a code of a later version: a console that was open during an upgrade still runs this one. */
export function activityText({ code, params }: Activity): string {
  switch (code) {
    case 'asked_for_person':
      return t('The customer asked to talk to a person');
    case 'handed_over':
      return t('Handed over: {title}', { title: inSentence(reasonOf(params.reason).title) });
    case 'joined':
      return t('{agentName} joined', { agentName: params.agentName });
    case 'handed_back':
      return t('{agentName} handed it back to the bot', { agentName: params.agentName });
    case 'requeued':
      return t('{agentName} is gone: it waits for the next agent', { agentName: params.agentName });
    case 'transferred':
      return t('{agentName} passed it on to {toName}', { agentName: params.agentName, toName: params.toName });
    case 'taken_over':
      return t('{agentName} took it over from {fromName}', { agentName: params.agentName, fromName: params.fromName });
    case 'returned':
      return t('The customer wrote again: back with {agentName}', { agentName: params.agentName });
    case 'snoozed':
      return t('{agentName} snoozed it until {time}', { agentName: params.agentName, time: fullTime(params.until) });
    case 'woken':
      return t('It is back: its snooze has ended');
    case 'resolved':
      return t('{agentName} resolved it', { agentName: params.agentName });
    case 'closing_undone':
      return t('{agentName} took the closing back', { agentName: params.agentName });
    case 'closed_by_bot':
      return t('The bot closed it after a quiet time');
    case 'rated':
      return t('The customer rated it {score} of 5', { score: params.score });
    case 'rating_explained':
      return t('The customer says about it: “{comment}”', { comment: params.comment });
    case 'email_left':
      return t('The customer wants to be answered by e-mail, too');
    default:
      return '';
  }
}

export function visitorName({ contactName, contactId }: Pick<ConversationItem, 'contactName' | 'contactId'>): string {
  return contactName ?? t('Visitor {code}', { code: contactId.slice(-4) });
}

/** How a closed episode ended. */
export function outcomeText({ closedBy, outcome }: EpisodeView): string {
  if (closedBy === 'agent') return t('Resolved by an agent');
  if (outcome === 'handed_off') return t('Closed after a hand-back');
  return outcome === 'assumed' ? t('Answered by the bot') : t('Customer left');
}
