import type { AnswerCondition, ConditionOperator } from '#contracts';
import { daysAgo } from './days.js';

type Values = Readonly<Record<string, string>>;
type Test = (actual: string, wanted: string, now: Date) => boolean;

const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();
/** What is not a number or not a date is neither more nor less than anything. */
const compare = (actual: string, wanted: string, test: (a: number, b: number) => boolean) =>
  actual.trim() !== '' && test(Number(actual), Number(wanted));
const age = (actual: string, wanted: string, now: Date, test: (days: number, limit: number) => boolean) => {
  const days = daysAgo(actual, now);
  return days !== null && test(days, Number(wanted));
};

/** Without regard to case, and to spaces around. */
const tests: Record<ConditionOperator, Test> = {
  is: (actual, wanted) => plain(actual) === plain(wanted),
  is_not: (actual, wanted) => plain(actual) !== plain(wanted),
  contains: (actual, wanted) => plain(actual).includes(plain(wanted)),
  is_empty: (actual) => plain(actual) === '',
  more_than: (actual, wanted) => compare(actual, wanted, (a, b) => a > b),
  less_than: (actual, wanted) => compare(actual, wanted, (a, b) => a < b),
  more_than_days_ago: (actual, wanted, now) => age(actual, wanted, now, (days, limit) => days > limit),
  /** Of today, before or after it. */
  within_days: (actual, wanted, now) => age(actual, wanted, now, (days, limit) => Math.abs(days) <= limit),
};

/** The row of an answer's table that gives the text: the first whose test holds. A variable without a value is empty. */
export function firstThatHolds(conditions: AnswerCondition[], values: Values, now: Date): number | null {
  const at = conditions.findIndex(({ variable, operator, value }) =>
    tests[operator](Object.hasOwn(values, variable) ? values[variable]! : '', value, now),
  );
  return at < 0 ? null : at;
}
