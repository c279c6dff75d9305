import { userRole, type UserRole } from '#contracts';

/** What a role is called, and what it allows, for those who give it. */
export const roleWords: Record<UserRole, { title: string; about: string }> = {
  agent: { title: 'Agent', about: 'answers customers' },
  supervisor: { title: 'Supervisor', about: 'answers customers and sees models and settings' },
  admin: { title: 'Admin', about: 'changes everything but owners' },
  owner: { title: 'Owner', about: 'changes everything' },
};

/** The least first. */
export const roles: UserRole[] = [...userRole.options].reverse();
