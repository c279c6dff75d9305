import type { ActionSettings, SlotKind } from '#contracts';
import { t } from '../language/t.js';

export const slotKindOptions: { value: SlotKind; label: string }[] = [
  { value: 'order_number', label: t('Order number') },
  { value: 'email', label: t('E-mail') },
  { value: 'postcode', label: t('Postcode') },
  { value: 'date', label: t('Date') },
  { value: 'choice', label: t('Choice') },
  { value: 'text', label: t('Any words') },
];

export const identityOptions: { value: ActionSettings['identity']; label: string; about: string }[] = [
  {
    value: 'public',
    label: t('Public'),
    about: t('Anybody may ask: stock, opening hours, prices. Nothing about a person.'),
  },
  {
    value: 'verified_contact',
    label: t('Proved by what they know'),
    about: t(
      'The customer gives, say, order number and e-mail, and the shop’s answer confirms that they belong together. If not, one sentence tells nothing of whether the order exists.',
    ),
  },
  {
    value: 'signed_in',
    label: t('Signed-in customers'),
    about: t('The shop’s token says who it is: {id} and {email} are known. Strangers are asked to sign in.', {
      id: '{{customer.id}}',
      email: '{{customer.email}}',
    }),
  },
];
