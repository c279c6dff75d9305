import type { Action, Customer } from '../action.js';
import { fillMarks } from '../answers/marks.js';
import { ActionProblem } from './problem.js';

export interface HttpRequest {
  method: Action['method'];
  url: string;
  /** JSON. */
  body: string | null;
  /** Besides those that every request has. */
  headers?: Record<string, string>;
  /** A redirect after which it would be another request, a GET without its body, is not followed. */
  keepsMethod?: true;
}

/** What an action sends for these values. */
export function httpRequest(
  { method, url, body }: Pick<Action, 'method' | 'url' | 'body'>,
  slots: Record<string, string>,
  customer: Customer | null,
): HttpRequest {
  const values: Record<string, string> = {
    ...slots,
    ...(customer && { 'customer.id': customer.id, 'customer.email': customer.email ?? '' }),
  };
  const valueOf = (name: string) => (Object.hasOwn(values, name) ? values[name] : undefined);
  return {
    method,
    url: fillMarks(url, (name) => inUrl(valueOf(name) ?? '')),
    body: method === 'GET' ? null : body === '' ? JSON.stringify(slots) : filledJson(body, valueOf),
  };
}

/** One segment or one parameter, whatever is in it. Of "." and ".." a URL would make another path, of nothing the list of all. */
function inUrl(value: string): string {
  if (/^\.{0,2}$/.test(value)) throw new ActionProblem('value_refused');
  return encodeURIComponent(value.toWellFormed());
}

/** Marks stand inside strings of the JSON, and their values stay there. */
function filledJson(template: string, valueOf: (name: string) => string | undefined): string {
  return JSON.stringify(JSON.parse(template), (_key, value: unknown) =>
    typeof value === 'string' ? fillMarks(value, (name) => valueOf(name) ?? '') : value,
  );
}
