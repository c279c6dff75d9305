import type { AgentView, PersonView, UserRole } from '#contracts';
import { roles } from './words.js';

/** The server has the last word on these; the console offers only what it would take. */
type Me = Pick<AgentView, 'id' | 'role'>;
type Other = Pick<PersonView, 'id' | 'role'>;

export function mayChangePeople(role: UserRole): boolean {
  return role === 'owner' || role === 'admin';
}

/** An owner is changed by owners only. */
export function mayChange(me: Me, person: Other): boolean {
  return mayChangePeople(me.role) && (person.role !== 'owner' || me.role === 'owner');
}

/** To disable them, or to have them choose a new password: nobody locks themselves out. */
export function mayKeepOut(me: Me, person: Other): boolean {
  return mayChange(me, person) && person.id !== me.id;
}

/** Nobody changes their own role. */
export function mayChangeRole(me: Me, person: Other): boolean {
  return mayChange(me, person) && person.id !== me.id;
}

/** The least first. */
export function rolesToGive(role: UserRole): UserRole[] {
  if (!mayChangePeople(role)) return [];
  return role === 'owner' ? roles : roles.filter((given) => given !== 'owner');
}
