import type { AnswerCondition } from '#contracts';
import { firstThatHolds } from './conditions.js';
import { fillMarks, marksIn } from './marks.js';

export interface ChosenText {
  /** Null: a mark has no value, and half an answer must not go out. */
  text: string | null;
  /** The row of the table that gave it; null: none holds, and it is the answer's own text. */
  condition: number | null;
  /** Marks without a value. */
  missing: string[];
}

/** What an answer says with these values. */
export function chooseText(
  text: string,
  conditions: AnswerCondition[],
  values: Readonly<Record<string, string>>,
  now = new Date(),
): ChosenText {
  const condition = firstThatHolds(conditions, values, now);
  const chosen = condition === null ? text : conditions[condition]!.text;
  const missing = marksIn(chosen).filter((name) => !Object.hasOwn(values, name));
  return { text: missing.length > 0 ? null : fillMarks(chosen, (name) => values[name]), condition, missing };
}
