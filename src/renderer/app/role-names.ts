import type { Role } from '#shared/permissions/roles.ts';

/** Roles in the words of the staff room. */
export const roleNames: Readonly<Record<Role, string>> = {
  recorder: 'Admin staff',
  decider: 'Head teacher or deputy',
  'provider-staff': 'Provider staff',
  'governor-clerk': 'Clerk to the governors',
  authority: 'Local authority',
  administrator: 'Administrator',
};
