import { weekMinutes } from '#shared/domain/providers/week-minutes.ts';
import { sayProvider, type RuledProvider } from '#shared/text/provider-rules-words.ts';
import type { ProviderKind } from '#shared/domain/providers/types.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { ProviderWarning } from './provider-warning.tsx';
import { sayHours } from './week-draft.ts';

interface ProviderShortProps {
  readonly kind: ProviderKind | null;
  readonly provider: RuledProvider;
}

/** The whole provider in a short paragraph, as it stands in the form, with what must be known about its kind. */
export function ProviderShort({ kind, provider }: ProviderShortProps) {
  const minutes = weekMinutes(provider.sessions);
  return (
    <>
      <ProviderWarning kind={kind} />
      <Panel title="In short">
        <Stack gap={3}>
          <Text prose>{sayProvider(provider)}</Text>
          <Text muted small>
            {minutes > 0
              ? `A pupil who is there all week has ${sayHours(minutes)} of education.`
              : 'It runs no session yet.'}
          </Text>
        </Stack>
      </Panel>
    </>
  );
}
