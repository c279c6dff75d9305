import { userRole, type UserRole } from '#contracts';
import { describe, expect, it } from 'vitest';
import { mayChange, mayChangeRole, mayKeepOut, rolesToGive } from './rules.js';

const all = userRole.options;
const person = (id: string, role: UserRole) => ({ id, role });

describe('who may change whom', () => {
  it.each<[UserRole, UserRole[]]>([
    ['owner', ['owner', 'admin', 'supervisor', 'agent']],
    ['admin', ['admin', 'supervisor', 'agent']],
    ['supervisor', []],
    ['agent', []],
  ])('%s changes others who are %j, and gives these roles', (role, allowed) => {
    const me = person('me', role);
    expect(all.filter((other) => mayChange(me, person('other', other)))).toEqual(allowed);
    expect(all.filter((other) => mayKeepOut(me, person('other', other)))).toEqual(allowed);
    expect(all.filter((other) => mayChangeRole(me, person('other', other)))).toEqual(allowed);
    expect([...rolesToGive(role)].reverse()).toEqual(allowed);
  });

  it.each(all)('as %s nobody disables themselves or changes their own role', (role) => {
    const me = person('me', role);
    expect([mayKeepOut(me, me), mayChangeRole(me, me)]).toEqual([false, false]);
  });
});
