import type { OperationOutput } from '#shared/contract/contract.ts';
import { useOperation } from '../api/client.ts';

export type Session = OperationOutput<'session.get'>;

/** Who is working and what they may do; undefined for the moment it takes to ask. */
export function useSession(): Session | undefined {
  return useOperation('session.get', {}).data;
}
