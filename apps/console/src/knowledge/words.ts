import type { AnswerCondition, ConditionOperator } from '#contracts';
import { t } from '../language/t.js';

/** `…` is where the value stands. */
const operators: Record<ConditionOperator, string> = {
  is: t('is …'),
  is_not: t('is not …'),
  contains: t('contains …'),
  is_empty: t('is empty'),
  more_than: t('is more than …'),
  less_than: t('is less than …'),
  more_than_days_ago: t('is more than … days ago'),
  within_days: t('is within … days of today'),
};
export const operatorOptions = (Object.entries(operators) as [ConditionOperator, string][]).map(([value, label]) => ({
  value,
  label,
}));

/** "status is shipped" */
export function conditionWords({ variable, operator, value }: AnswerCondition): string {
  return `${variable} ${operators[operator].replace('…', value)}`;
}

/** The label in training data for a title: "Where is my order?" as `where_is_my_order`. */
export function intentNameFrom(title: string): string {
  const name = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
  return [...name].slice(0, 80).join('');
}
