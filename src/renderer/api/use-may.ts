import type { Permission } from '#shared/permissions/roles.ts';
import { useOperation } from './client.ts';

/** Whether the present role may do something: to leave out what would be refused. Main decides all the same. */
export function useMay(permission: Permission): boolean {
  return useOperation('session.get', {}).data?.permissions.includes(permission) ?? false;
}
