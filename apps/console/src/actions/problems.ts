import { actionSettings, BatonError, type ActionSettings } from '#contracts';
import { marksIn } from '../ui/marks.js';
import { marksOf } from './draft.js';
import { t } from '../language/t.js';

/** Why a field was refused, by the contract's path or the server's `details`. Longer paths come first. */
const sentences: readonly [field: RegExp, sentence: string][] = [
  [/^title/, t('Give the action a title.')],
  [/^name/, t('A name begins with a small letter and has letters and digits only, as in orderStatus.')],
  [/^url\.marks/, t('Its {marks} must be names of slots above, or of the signed-in customer.', { marks: '{{marks}}' })],
  [
    /^url\.customer/,
    t('Name {id} or {email} in the address or body, or have the answer confirm a slot.', {
      id: '{{customer.id}}',
      email: '{{customer.email}}',
    }),
  ],
  [
    /^url/,
    t('Write the whole address, from https:// on, with the host written out. Its {marks} are names of slots above.', {
      marks: '{{marks}}',
    }),
  ],
  [/^body/, t('The body is JSON, with {marks} that are names of slots only inside of texts.', { marks: '{{marks}}' })],
  [/^headerName/, t('This is no header that an action may set. Authorization and X-Api-Key are usual.')],
  [/^headerSecret/, t('A secret needs the name of its header, and has plain letters, digits and signs only.')],
  [/^slots.*choices/, t('A choice needs at least one thing to choose.')],
  [/^slots.*question/, t('A question has at most 300 characters.')],
  [/^slots/, t('Each slot needs a name of its own: a small letter first, then letters and digits.')],
  [/^outputs.*path/, t('A place in the answer is written as order.items[0].name.')],
  [/^outputs/, t('Each variable needs a name of its own and a place in the answer.')],
  [/^confirmedBy/, t('Say which slot the answer confirms, and where in the answer its true value stands.')],
  [/^timeoutMs/, t('The time limit is between 100 and 10,000 ms.')],
];
export type ActionProblems = Record<string, string>;

/** Sentences by the first part of the field's path: `slots` for `slots.0.name`. */
function byField(paths: readonly string[]): ActionProblems {
  const problems: ActionProblems = {};
  for (const path of paths) {
    const found = sentences.find(([field]) => field.test(path));
    if (found) problems[path.split('.')[0]!] ??= found[1];
  }
  return problems;
}

const areDifferent = (entries: readonly { name: string }[]) =>
  new Set(entries.map(({ name }) => name)).size === entries.length;

/** What can be said before the server is asked. */
export function problemsOf(settings: ActionSettings): ActionProblems {
  const paths = actionSettings.safeParse(settings).error?.issues.map(({ path }) => path.join('.')) ?? [];
  if (!/^https?:\/\/[^/?#@{}\s]+/i.test(settings.url)) paths.push('url');
  const marks = marksIn(settings.url + settings.body);
  if (!marks.every((mark) => marksOf(settings).includes(mark))) paths.push('url.marks');
  const namesCustomer = marks.some((mark) => mark.startsWith('customer.'));
  if (settings.identity === 'signed_in' && !namesCustomer && settings.confirmedBy.length === 0)
    paths.push('url.customer');
  if (!areDifferent(settings.slots)) paths.push('slots');
  if (settings.slots.some(({ kind, choices }) => kind === 'choice' && choices.length === 0))
    paths.push('slots.choices');
  if (!areDifferent(settings.outputs)) paths.push('outputs');
  if (settings.identity === 'verified_contact' && settings.confirmedBy.length === 0) paths.push('confirmedBy');
  return byField(paths);
}

export function refusedFields(error: unknown): ActionProblems {
  return error instanceof BatonError ? byField(error.details ?? []) : {};
}
