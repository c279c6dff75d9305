import { maskAddresses } from './addresses.js';
import { maskBankAccounts } from './bank-accounts.js';
import { maskBirthDates } from './birth-dates.js';
import { maskEmails } from './emails.js';
import { maskIpAddresses } from './ip-addresses.js';
import { placeholders, type Kind } from './kinds.js';
import { maskLinks } from './links.js';
import { maskContactName, maskIntroducedNames } from './names.js';
import { maskNumbers } from './numbers.js';
import { plain } from './plain.js';
import { maskSecrets } from './secrets.js';
import { maskShopNumbers } from './shop-numbers.js';

export interface MaskOptions {
  /** Of whoever wrote the text. */
  contactName?: string;
  /** As contracts' numberPattern: `#` one digit, `A` one letter, `*` one of both; several, separated by commas. */
  orderNumberPattern?: string;
  customerNumberPattern?: string;
}

export interface Masked {
  text: string;
  /** The kind of each thing that was replaced. */
  found: Kind[];
}

/** In this order: what may hold a number, a name or a date comes before them. */
const maskers = [
  maskLinks,
  maskEmails,
  maskIpAddresses,
  maskSecrets,
  maskBirthDates,
  maskBankAccounts,
  maskAddresses,
  maskIntroducedNames,
];

/**
 * Puts plain words in the place of what identifies a person: before a text is stored to learn from, and before a model reads it, to
 * learn or to serve. What is replaced tells no intent from another; the digits of prices, sizes, dates and years stay.
 */
export function mask(text: string, options: MaskOptions = {}): Masked {
  const found: Kind[] = [];
  const replace = (kind: Kind) => {
    found.push(kind);
    return placeholders[kind];
  };
  let masked = plain(text);
  for (const masker of maskers) masked = masker(masked, replace);
  if (options.contactName) masked = maskContactName(masked, plain(options.contactName), replace);
  masked = maskShopNumbers(masked, options.orderNumberPattern, () => replace('order_number'));
  masked = maskShopNumbers(masked, options.customerNumberPattern, () => replace('customer_number'));
  return { text: maskNumbers(masked, replace).normalize('NFKC'), found };
}
