import type { ActionSettings } from '#contracts';
import { marksIn } from './answers/marks.js';

const headerToken = /^[!#$%&'*+.^_`|~\w-]+$/;
/** Headers that are the client's own business. */
const reservedHeader = /^(?:host|connection|content-|transfer-encoding|te|trailer|upgrade|expect|keep-alive|proxy-)/i;
/** Scheme and host are written out: a customer's words never choose whom a secret goes to. */
const fixedOrigin = /^https?:\/\/[^/?#@{}\s]+(?:[/?][^#]*)?$/i;

/** The fields of an action with which it cannot work. */
export function settingsProblems(settings: ActionSettings): string[] {
  const { slots, outputs, confirmedBy, identity } = settings;
  const slotNames = slots.map(({ name }) => name);
  const known = new Set([...slotNames, ...(identity === 'signed_in' ? ['customer.id', 'customer.email'] : [])]);
  const onlyKnown = (text: string) => marksIn(text).every((name) => known.has(name));
  const namesCustomer = marksIn(settings.url + settings.body).some((name) => name.startsWith('customer.'));
  const problems: [string, boolean][] = [
    ['url', fixedOrigin.test(settings.url) && URL.canParse(settings.url) && onlyKnown(settings.url)],
    ['body', settings.body === '' || (isJson(settings.body) && onlyKnown(settings.body))],
    ['headerName', settings.headerName === '' || isUsableHeader(settings.headerName)],
    [
      'headerSecret',
      !settings.headerSecret || (settings.headerName !== '' && /^[\x20-\x7e]+$/.test(settings.headerSecret)),
    ],
    ['slots', areDifferent(slotNames)],
    ['slots.choices', slots.every(({ kind, choices }) => kind !== 'choice' || choices.length > 0)],
    ['outputs', areDifferent(outputs.map(({ name }) => name))],
    ['confirmedBy', confirmedBy.every(({ slot }) => slotNames.includes(slot))],
    // Where the shop is neither told who asks nor asked to confirm it, every answer would be given to everybody.
    ['confirmedBy', identity !== 'verified_contact' || confirmedBy.length > 0],
    ['url', identity !== 'signed_in' || namesCustomer || confirmedBy.length > 0],
  ];
  return [...new Set(problems.filter(([, fine]) => !fine).map(([field]) => field))];
}

/** Marks may stand in strings only: what a customer wrote can then never become anything else. */
function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

function isUsableHeader(name: string): boolean {
  return headerToken.test(name) && !reservedHeader.test(name);
}

function areDifferent(names: string[]): boolean {
  return new Set(names).size === names.length;
}
