import type { Permission } from '#shared/permissions/roles.ts';
import { useOperation } from '../../api/client.ts';

/** Whether the person at the screen may do something; main decides again, this only spares them a refusal. */
export function useMay(permission: Permission): boolean {
  return useOperation('session.get', {}).data?.permissions.includes(permission) ?? false;
}
