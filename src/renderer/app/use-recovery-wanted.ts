import type { Permission } from '#shared/permissions/roles.ts';
import { useOperation } from '../api/client.ts';

/** Whether this person should print the recovery sheet: real records, and nobody has shown that there is a sheet. */
export function useRecoveryWanted(permissions: readonly Permission[]): boolean {
  const may = permissions.includes('keys.manage');
  const { keys } = useOperation('keys.status', {}, { enabled: may }).data ?? {};
  return may && keys !== undefined && !keys.open && keys.recovery?.confirmed !== true;
}
