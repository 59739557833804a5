import type { Roles } from './impact';

export type Role = keyof Roles;

interface RoleWords {
  readonly name: string;
  readonly meaning: string;
}

export const ROLES: readonly Role[] = ['responsible', 'accountable', 'consulted', 'informed'];

export const ROLE: Record<Role, RoleWords> = {
  responsible: { name: 'Responsible', meaning: 'Who does the work' },
  accountable: { name: 'Accountable', meaning: 'Who answers for it, exactly one' },
  consulted: { name: 'Consulted', meaning: 'Who is asked before' },
  informed: { name: 'Informed', meaning: 'Who is told after' },
};

/** Every account id that a role names, once. */
export function everybody(roles: Roles): readonly string[] {
  const one = roles.accountable === null ? [] : [roles.accountable];
  return [...new Set([...roles.responsible, ...one, ...roles.consulted, ...roles.informed])];
}

/** What is to be mended, as a hint; null while nobody is named, and when all is well. */
export function rolesHint(roles: Roles, gone: (id: string) => boolean): string | null {
  if (everybody(roles).length === 0) return null;
  if (roles.accountable === null) return 'Nobody is accountable yet. Name exactly one person.';
  return gone(roles.accountable) ? 'The accountable person is gone. Name another one.' : null;
}
