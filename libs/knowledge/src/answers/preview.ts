import type { z } from 'zod';
import type { AnswerCondition, answerPreview } from '#contracts';

const mark = /\{\{\s*([\w.]+)\s*\}\}/g;
const dayMs = 86_400_000;

/** What the bot would say with these values, which of its texts that is, and the marks that nothing fills: with one it says nothing. */
export function previewOf(
  text: string,
  conditions: AnswerCondition[],
  values: Record<string, string>,
): z.output<typeof answerPreview> {
  const chosen = chooseText(text, conditions, values);
  const names = [...chosen.text.matchAll(mark)].map(([, name]) => name!);
  const missing = [...new Set(names.filter((name) => values[name] === undefined))];
  const filled = chosen.text.replace(mark, (_, name: string) => values[name] ?? '');
  return { text: missing.length > 0 ? null : filled, condition: chosen.condition, missing };
}

/** The text of the first condition that holds, else the answer's own. */
export function chooseText(
  text: string,
  conditions: AnswerCondition[],
  values: Record<string, string>,
): { text: string; condition: number | null } {
  const first = conditions.findIndex((condition) => holds(condition, values[condition.variable]));
  return first < 0 ? { text, condition: null } : { text: conditions[first]!.text, condition: first };
}

function holds({ operator, value: expected }: AnswerCondition, given: string | undefined): boolean {
  const value = (given ?? '').trim().toLowerCase();
  const other = expected.trim().toLowerCase();
  if (operator === 'is_empty') return value === '';
  if (value === '') return false;
  const days = (Date.now() - Date.parse(value)) / dayMs;
  switch (operator) {
    case 'is':
      return value === other;
    case 'is_not':
      return value !== other;
    case 'contains':
      return value.includes(other);
    case 'more_than':
      return Number(value) > Number(other);
    case 'less_than':
      return Number(value) < Number(other);
    case 'more_than_days_ago':
      return days > Number(other);
    case 'within_days':
      return Math.abs(days) <= Number(other);
  }
}
