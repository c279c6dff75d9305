import type { AssignmentPolicy } from '#contracts';
import { t } from '../language/t.js';

export const policies: readonly { value: AssignmentPolicy; label: string; about: string }[] = [
  { value: 'round_robin', label: t('In turn'), about: t('Whoever has waited longest for a chat is asked first.') },
  {
    value: 'balanced',
    label: t('Balanced'),
    about: t('Whoever has the largest share of their capacity free is asked first.'),
  },
  { value: 'manual', label: t('By hand'), about: t('Nobody is asked; agents pick from Waiting.') },
];

export function policyLabel(policy: AssignmentPolicy): string {
  return policies.find(({ value }) => value === policy)?.label ?? policy;
}
