import type { Workspace } from '../../storage/repositories/workspace.ts';

/** Names that no password may be: whose database this is. */
export const schoolNames = (workspace: Workspace | undefined): readonly string[] => [
  ...(workspace?.school ? [workspace.school.name] : []),
  ...(workspace?.authority ? [workspace.authority.name] : []),
];
