import type { Role } from '../permissions/roles.ts';

/** Roles in the words of the staff room. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  recorder: 'Admin staff',
  decider: 'Head teacher or deputy',
  'provider-staff': 'Provider staff',
  'governor-clerk': 'Clerk to the governors',
  authority: 'Local authority',
  administrator: 'Administrator',
};

/** The name of a role as the audit trail has it; an unknown one (of another version) as it stands. */
export const roleName = (role: string): string => names.get(role) ?? role;

const names = new Map<string, string>(Object.entries(ROLE_NAMES));
