/**
 * What is replaced, and the word that stands in its place. The words say what stood there and are one word piece each in the
 * encoder's vocabulary (two for bank account), so that a model reads them as the language that they are.
 */
export const placeholders = {
  email: 'email',
  card: 'card',
  bank_account: 'bank account',
  phone: 'number',
  order_number: 'number',
  customer_number: 'number',
  number: 'number',
  address: 'address',
  postcode: 'address',
  birth_date: 'date',
  ip_address: 'address',
  password: 'secret',
  code: 'code',
  link: 'link',
  name: 'name',
} as const;

export type Kind = keyof typeof placeholders;

/** Notes that something was found, and gives the word for it. */
export type Replace = (kind: Kind) => string;
/** Replaces what it knows of. */
export type Masker = (text: string, replace: Replace) => string;
