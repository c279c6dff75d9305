import type { UserRole } from '#contracts';

/** Whoever watches over the automation sees how it is set up. */
export function maySeeSetUp(role: UserRole): boolean {
  return role !== 'agent';
}

export function maySetUp(role: UserRole): boolean {
  return role === 'owner' || role === 'admin';
}
