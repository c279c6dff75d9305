import type { Action } from '../action.js';
import { valueAt } from './outputs.js';

/** Whether the shop's answer says the same as the customer, in every place that the action names. */
export function confirms(
  { confirmedBy }: Pick<Action, 'confirmedBy'>,
  slots: Record<string, string>,
  json: unknown,
): boolean {
  return confirmedBy.every(({ slot, path }) => {
    const [typed, actual] = [slots[slot] ?? '', valueAt(json, path) ?? ''].map(compared);
    return typed !== '' && typed === actual;
  });
}

const compared = (value: string) => value.normalize('NFKC').replace(/\s/gu, '').toLowerCase();
