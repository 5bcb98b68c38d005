import { KIND_FACTS } from '#shared/domain/providers/provider-kinds.ts';
import type { ProviderKind } from '#shared/domain/providers/types.ts';
import { Callout } from '../../ui/feedback/callout.tsx';

/** What must be known before a provider of this kind is used. */
export function ProviderWarning({ kind }: { readonly kind: ProviderKind | null }) {
  if (kind === null) return null;
  const { againstGuidance, countsAs } = KIND_FACTS[kind];
  if (againstGuidance) {
    return (
      <Callout tone="due" title="Against guidance for excluded pupils">
        A learning support unit is for long-term prevention. Using one for the first days of an exclusion
        blurs its purpose and has worked poorly. It is never proposed, and booking it needs a reason from
        somebody who may override.
      </Callout>
    );
  }
  if (countsAs === 'supervised-when-visited') {
    return (
      <Callout tone="info" title="Counts only with dated visits">
        A session at home is provision when a member of staff visits on that day. Work that is sent home and
        collected is no supervised place: the session stays uncovered until a visit is noted.
      </Callout>
    );
  }
  return null;
}
