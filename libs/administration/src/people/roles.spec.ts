import fc from 'fast-check';
import { expect, it } from 'vitest';
import { userRole, type UserRole } from '#contracts';
import { refusal, type Member } from './roles.js';

const member = (id: string, role: UserRole, disabledAt: Date | null = null): Member => ({ id, role, disabledAt });
const refused = (actor: Member | null, person: Member, role: UserRole | null) => refusal(actor, person, role);

it.each<[string, UserRole, UserRole, UserRole | null, string | null]>([
  ['an agent changes nobody', 'agent', 'agent', 'supervisor', 'FORBIDDEN'],
  ['a supervisor disables nobody', 'supervisor', 'agent', null, 'FORBIDDEN'],
  ['an admin changes agents', 'admin', 'agent', 'supervisor', null],
  ['an admin changes admins', 'admin', 'admin', 'agent', null],
  ['an admin makes admins', 'admin', 'agent', 'admin', null],
  ['an admin makes no owner', 'admin', 'agent', 'owner', 'OWNERS_ONLY'],
  ['an admin takes no owner’s role', 'admin', 'owner', 'agent', 'OWNERS_ONLY'],
  ['an admin renames no owner', 'admin', 'owner', 'owner', 'OWNERS_ONLY'],
  ['an admin disables no owner, and makes no link for one', 'admin', 'owner', null, 'OWNERS_ONLY'],
  ['an owner makes owners', 'owner', 'admin', 'owner', null],
  ['an owner takes another’s role', 'owner', 'owner', 'agent', null],
  ['an owner disables another', 'owner', 'owner', null, null],
])('%s', (_what, actor, person, role, expected) => {
  expect(refused(member('a', actor), member('b', person), role)).toBe(expected);
});

it('nobody takes their own role or disables themselves, but may rename themselves', () => {
  for (const role of ['owner', 'admin'] as const) {
    const self = member('a', role);
    expect(refused(self, self, 'agent')).toBe('OWN_ACCOUNT');
    expect(refused(self, self, null)).toBe('OWN_ACCOUNT');
    expect(refused(self, self, role)).toBeNull();
  }
});

it('whoever is disabled, or gone, changes nobody', () => {
  expect(refused(member('a', 'owner', new Date()), member('b', 'agent'), null)).toBe('FORBIDDEN');
  expect(refused(null, member('b', 'agent'), null)).toBe('FORBIDDEN');
});

it('leaves an owner who is not disabled, whatever people try one after the other', () => {
  const roles = userRole.options;
  const step = fc.record({
    actor: fc.nat(3),
    person: fc.nat(3),
    role: fc.option(fc.constantFrom(...roles)),
    enable: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...roles), { minLength: 3, maxLength: 3 }),
      fc.array(step),
      (others, steps) => {
        const people = ['owner' as const, ...others].map((role, index) => member(String(index), role));
        for (const { actor, person, role, enable } of steps) {
          const one = people[person]!;
          if (refusal(people[actor]!, one, role) !== null) continue;
          people[person] = role ? { ...one, role } : { ...one, disabledAt: enable ? null : new Date() };
        }
        expect(people.some(({ role, disabledAt }) => role === 'owner' && !disabledAt)).toBe(true);
      },
    ),
  );
});
