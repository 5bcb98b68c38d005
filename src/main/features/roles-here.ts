import type { Role } from '#shared/permissions/roles.ts';
import type { Workspace } from '../storage/repositories/workspace.ts';

/** The roles that have something to do in a database, the one that most people come for first. */
export function rolesHere(workspace: Workspace | undefined): readonly Role[] {
  return [
    ...(workspace?.school ? (['decider', 'recorder', 'provider-staff', 'governor-clerk'] as const) : []),
    ...(workspace?.authority ? (['authority'] as const) : []),
    'administrator',
  ];
}

/** What somebody with these roles is likely to begin with. */
export const firstRole = (workspace: Workspace | undefined, own: readonly Role[]): Role | undefined =>
  rolesHere(workspace).find((role) => own.includes(role));
