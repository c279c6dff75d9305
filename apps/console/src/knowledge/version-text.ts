import type { AnswerView } from '#contracts';
import { diffWordsWithSpace } from 'diff';
import { conditionWords } from './words.js';
import { t } from '../language/t.js';

/** All of a version in words, so that two can be compared: action, table, text. */
export function versionText(
  { text, conditions, actionId }: Pick<AnswerView, 'text' | 'conditions' | 'actionId'>,
  actionTitle: (id: string) => string,
): string {
  return [
    ...(actionId ? [t('Action: {action}', { action: actionTitle(actionId) })] : []),
    ...conditions.map((condition) =>
      t('If {condition}:\n{text}', { condition: conditionWords(condition), text: condition.text }),
    ),
    conditions.length > 0 ? t('Else:\n{text}', { text }) : text,
  ].join('\n\n');
}

export interface DiffPart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

export function wordsChanged(before: string, after: string): DiffPart[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}
