import type { ClosingRequest, IntentLabelInput, IntentView } from '#contracts';
import { titleOf } from '../conversation/intents.js';
import { t } from '../language/t.js';

type Place = Pick<ClosingRequest, 'messageId' | 'span'>;

export function placeOf({ messageId, span }: Place): string {
  return span ? `${messageId} ${span.from} ${span.to}` : messageId;
}

export const isAt = (a: Place) => (b: Place) => placeOf(a) === placeOf(b);

/** The nearest request before or after the one that is asked about, of those that are not learned already; `at` null: from the last one on. */
export function neighbourRequest<R extends Place>(
  requests: readonly R[],
  taken: readonly Place[],
  at: Place | null,
  by: 1 | -1,
): R | undefined {
  const place = at ? requests.findIndex(isAt(at)) : requests.length;
  const free = (request: R) => !taken.some(isAt(request));
  return by < 0 ? requests.slice(0, place).findLast(free) : requests.slice(place + 1).find(free);
}

/** What an agent picks for a request. */
export type Said = Pick<IntentLabelInput, 'intent' | 'outOfScope'>;
export const noneOfOurTopics: Said = { intent: null, outOfScope: true };
export const noQuestion: Said = { intent: null, outOfScope: false };

export function pickTitle({ intent, outOfScope }: Said, intents: IntentView[] | undefined): string {
  if (outOfScope) return t('None of our topics');
  return intent === null ? t('No question here') : titleOf(intents, intent);
}

/** One line that quotes what was learned. */
export function quote(text: string, length = 60): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return t('“{text}”', { text: line.length > length ? `${line.slice(0, length - 1).trimEnd()}…` : line });
}

/** Said once it is closed. */
export function closedText(
  labels: IntentLabelInput[],
  requests: ClosingRequest[],
  intents: IntentView[] | undefined,
): string {
  const lines = labels.map((label) => {
    const text = requests.find((request) => placeOf(request) === placeOf({ span: null, ...label }))?.text ?? '';
    return label.outOfScope
      ? t('{text} is none of our topics', { text: quote(text) })
      : t('{text} is about {topic}', { text: quote(text), topic: pickTitle(label, intents) });
  });
  return lines.length === 0
    ? t('Resolved. The bot learns nothing from it.')
    : t('Resolved. The bot learns: {lessons}.', { lessons: lines.join('; ') });
}
