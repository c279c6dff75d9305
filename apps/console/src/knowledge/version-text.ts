import type { AnswerView } from '#contracts';
import { diffWordsWithSpace } from 'diff';
import { conditionWords } from './words.js';

/** All of a version in words, so that two can be compared: action, table, text. */
export function versionText(
  { text, conditions, actionId }: Pick<AnswerView, 'text' | 'conditions' | 'actionId'>,
  actionTitle: (id: string) => string,
): string {
  return [
    ...(actionId ? [`Action: ${actionTitle(actionId)}`] : []),
    ...conditions.map((condition) => `If ${conditionWords(condition)}:\n${condition.text}`),
    conditions.length > 0 ? `Else:\n${text}` : text,
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
