import { foldPersonName } from '#shared/domain/people/fold-person-name.ts';
import type { RoleTerm } from '#shared/domain/people/types.ts';
import type { FieldError } from '#shared/kernel/result.ts';
import type { Role } from '#shared/permissions/roles.ts';
import type { User } from '../../storage/repositories/users.ts';

interface Known {
  readonly users: readonly User[];
  readonly rolesHere: readonly Role[];
  /** Ids of the school's providers. */
  readonly providers: ReadonlySet<string>;
}

interface Given {
  readonly id?: string | undefined;
  readonly name: string;
  readonly active: boolean;
  readonly roles: readonly RoleTerm<Role>[];
}

/** What is wrong with a person as they were entered. */
export function personProblems(person: Given, known: Known): readonly FieldError[] {
  const folded = foldPersonName(person.name);
  const namesake = known.users.find(({ id, foldedName }) => id !== person.id && foldedName === folded);
  return [
    ...(folded === '' ? [{ path: 'name', message: 'Enter a name with letters.' }] : []),
    ...(namesake
      ? [{ path: 'name', message: `There is ${namesake.name} already. Add a middle name or an initial.` }]
      : []),
    ...(person.active && person.roles.length === 0
      ? [{ path: 'roles', message: 'Give at least one role.' }]
      : []),
    ...person.roles.flatMap((term, at) => roleProblems(term, `roles.${at}`, known)),
  ];
}

function roleProblems(
  { role, providerId, from, to }: RoleTerm<Role>,
  path: string,
  { rolesHere, providers }: Known,
): readonly FieldError[] {
  if (!rolesHere.includes(role))
    return [{ path: `${path}.role`, message: 'That role has nothing to do in this database.' }];
  const staff = role === 'provider-staff';
  if (staff && (providerId === undefined || !providers.has(providerId)))
    return [{ path: `${path}.providerId`, message: 'Choose the provider.' }];
  if (!staff && providerId !== undefined)
    return [{ path: `${path}.providerId`, message: 'Only provider staff are of a provider.' }];
  return from !== undefined && to !== undefined && to < from
    ? [{ path: `${path}.to`, message: 'The last day is before the first.' }]
    : [];
}
