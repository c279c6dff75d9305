import type { ErrorCode, UserRole } from '#contracts';

export interface Member {
  id: string;
  role: UserRole;
  disabledAt: Date | null;
}

/** Why this person may not give or take a role; null: they may. */
export function refusalOfRole(actor: Member | null, role: UserRole): ErrorCode | null {
  if (!actor || actor.disabledAt || !['owner', 'admin'].includes(actor.role)) return 'FORBIDDEN';
  return role === 'owner' && actor.role !== 'owner' ? 'OWNERS_ONLY' : null;
}

/**
 * Why `actor` may not do this to `person`; null: it may be done. `role` is the one that the person will have; null: none, or the act
 * is not about it. Owners are made and changed by owners, and nobody takes their own role: so a workspace keeps an owner, the one who acts.
 */
export function refusal(actor: Member | null, person: Member, role: UserRole | null): ErrorCode | null {
  const refused = refusalOfRole(actor, person.role) ?? (role && refusalOfRole(actor, role));
  if (refused) return refused;
  return actor?.id === person.id && role !== person.role ? 'OWN_ACCOUNT' : null;
}
