import { userRole, type UserRole } from '#contracts';
import { t } from '../language/t.js';

/** What a role is called, and what it allows, for those who give it. */
export const roleWords: Record<UserRole, { title: string; about: string }> = {
  agent: { title: t('Agent'), about: 'answers customers' },
  supervisor: { title: t('Supervisor'), about: 'answers customers and sees models and settings' },
  admin: { title: t('Admin'), about: 'changes everything but owners' },
  owner: { title: t('Owner'), about: 'changes everything' },
};

/** The least first. */
export const roles: UserRole[] = [...userRole.options].reverse();
