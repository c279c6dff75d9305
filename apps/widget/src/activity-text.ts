import type { Activity } from '#contracts';
import type { Translation } from './locale.js';
import type { Strings } from './strings.js';

/** Of no concern to customers, who never get them. */
type Private = 'snoozed' | 'woken';

const words: Partial<Record<Activity['code'], keyof Strings>> = {
  asked_for_person: 'askedForPerson',
  handed_over: 'handedOver',
  joined: 'joined',
  handed_back: 'handedBack',
  requeued: 'requeued',
  transferred: 'transferred',
  taken_over: 'takenOver',
  returned: 'returned',
  resolved: 'resolved',
  closing_undone: 'closingUndone',
  closed_by_bot: 'closedByBot',
  rated: 'rated',
  rating_explained: 'ratingExplained',
  email_left: 'emailLeft',
} satisfies Record<Exclude<Activity['code'], Private>, keyof Strings>;

/** Empty for a code of a later version: a page that was open during an upgrade still runs this one. */
export function activityText({ code, params }: Activity, t: Translation): string {
  if (code === 'handed_over' && params.reason === 'sensitive_topic') return t.text('handedOverUrgently');
  const name = 'agentName' in params ? params.agentName : 'comment' in params ? params.comment : '';
  const n = 'score' in params ? params.score : 0;
  const text = Object.hasOwn(words, code) ? words[code] : undefined;
  return text ? t.text(text, { name, n }) : '';
}
