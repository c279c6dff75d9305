import type { ActionSettings, SlotKind } from '#contracts';

export const slotKindOptions: { value: SlotKind; label: string }[] = [
  { value: 'order_number', label: 'Order number' },
  { value: 'email', label: 'E-mail' },
  { value: 'postcode', label: 'Postcode' },
  { value: 'date', label: 'Date' },
  { value: 'choice', label: 'Choice' },
  { value: 'text', label: 'Any words' },
];

export const identityOptions: { value: ActionSettings['identity']; label: string; about: string }[] = [
  { value: 'public', label: 'Public', about: 'Anybody may ask: stock, opening hours, prices. Nothing about a person.' },
  {
    value: 'verified_contact',
    label: 'Proved by what they know',
    about:
      'The customer gives, say, order number and e-mail, and the shop’s answer confirms that they belong together. If not, one sentence tells nothing of whether the order exists.',
  },
  {
    value: 'signed_in',
    label: 'Signed-in customers',
    about:
      'The shop’s token says who it is: {{customer.id}} and {{customer.email}} are known. Strangers are asked to sign in.',
  },
];
