import { PersonPicker } from '../shell/PersonPicker';
import { usePeople } from '../shell/usePeople';
import { Hint } from './Hint';
import { type Impact, MOST_PEOPLE, type Roles } from './impact';
import { type Role, ROLE, ROLES, rolesHint } from './roles';
import type { SectionProps } from './section';

/** A field for each role, and what is missing. */
export function RolesBody(props: SectionProps) {
  return (
    <>
      {ROLES.map((role) => <RoleField key={role} role={role} {...props} />)}
      <Advice {...props} />
    </>
  );
}

function RoleField({ role, edited, given: { roles }, mayEdit, bridge, issueId }: SectionProps & { role: Role }) {
  const { name, meaning } = ROLE[role];
  const choose = (ids: readonly string[]) => edited.edit(withPeople(role, ids), `${name} changed`);
  return (
    <div className="field">
      <p className="label">{name} <span className="role-meaning">{meaning}</span></p>
      <PersonPicker
        bridge={bridge} issueId={issueId} label={name} value={idsOf(roles, role)} onChange={choose}
        single={role === 'accountable'} readOnly={!mayEdit} placeholder={role === 'accountable' ? 'Exactly one person' : 'Nobody yet'}
      />
    </div>
  );
}

function Advice({ given: { roles }, mayEdit, bridge, issueId }: SectionProps) {
  const { accountable } = roles;
  const people = usePeople(bridge, issueId, accountable === null ? [] : [accountable]);
  const hint = rolesHint(roles, (id) => people.get(id)?.name === null);
  return mayEdit && hint !== null ? <Hint>{hint}</Hint> : null;
}

const idsOf = (roles: Roles, role: Role): readonly string[] => {
  if (role !== 'accountable') return roles[role];
  return roles.accountable === null ? [] : [roles.accountable];
};

const withPeople = (role: Role, ids: readonly string[]) => (it: Impact): Impact => {
  const value = role === 'accountable' ? ids[0] ?? null : ids.slice(0, MOST_PEOPLE);
  return { ...it, roles: { ...it.roles, [role]: value } };
};
