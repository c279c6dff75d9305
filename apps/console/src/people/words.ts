import { userRole, type UserRole } from '#contracts';
import { t } from '../language/t.js';

/** What a role is called, what it allows, for those who give it, and what those read who are given it. */
export const roleWords: Record<UserRole, { title: string; about: string; invited: string }> = {
  agent: {
    title: t('Agent'),
    about: t('answers customers'),
    invited: t('You were invited as agent, who answers customers.'),
  },
  supervisor: {
    title: t('Supervisor'),
    about: t('answers customers and sees models and settings'),
    invited: t('You were invited as supervisor, who answers customers and sees models and settings.'),
  },
  admin: {
    title: t('Admin'),
    about: t('changes everything but owners'),
    invited: t('You were invited as admin, who changes everything but owners.'),
  },
  owner: {
    title: t('Owner'),
    about: t('changes everything'),
    invited: t('You were invited as owner, who changes everything.'),
  },
};

/** The least first. */
export const roles: UserRole[] = [...userRole.options].reverse();
