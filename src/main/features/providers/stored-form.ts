import type { OperationOutput } from '#shared/contract/contract.ts';
import type { StoredProvider } from '../../storage/repositories/providers.ts';

/** A provider as its form shows it, without what is not given. */
export function toForm(provider: StoredProvider): OperationOutput<'providers.get'>['provider'] {
  const { id, version, kind, name, active, sessions, address, contactName, contactPhone } = provider;
  return {
    id,
    version,
    kind,
    name,
    active,
    sessions: [...sessions],
    ...(address === null ? {} : { address }),
    ...(contactName === null ? {} : { contactName }),
    ...(contactPhone === null ? {} : { contactPhone }),
  };
}
