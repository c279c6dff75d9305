import type { AssignmentPolicy } from '#contracts';

export const policies: readonly { value: AssignmentPolicy; label: string; about: string }[] = [
  { value: 'round_robin', label: 'In turn', about: 'Whoever has waited longest for a chat is asked first.' },
  {
    value: 'balanced',
    label: 'Balanced',
    about: 'Whoever has the largest share of their capacity free is asked first.',
  },
  { value: 'manual', label: 'By hand', about: 'Nobody is asked; agents pick from Waiting.' },
];

export function policyLabel(policy: AssignmentPolicy): string {
  return policies.find(({ value }) => value === policy)?.label ?? policy;
}
