import type { OperationOutput } from '#shared/contract/contract.ts';
import type { StoredProvider } from '../../storage/repositories/providers.ts';

/** A provider as its form shows it, without what is not given. */
export function toForm(provider: StoredProvider): OperationOutput<'providers.get'>['provider'] {
  const { id, version, kind, name, active, sessions, address, contactName, contactPhone } = provider;
  const { partnerSchoolId, weekCapacity, schoolShare, rules } = provider;
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
    ...(partnerSchoolId === null ? {} : { partnerSchoolId }),
    ...(weekCapacity === null ? {} : { weekCapacity }),
    ...(schoolShare === null ? {} : { schoolShare }),
    rules: {
      ...rules,
      yearGroups: [...rules.yearGroups],
      papers: [...rules.papers],
      courses: [...rules.courses],
    },
  };
}
