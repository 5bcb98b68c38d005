import { useState } from 'react';
import { OperationError, useCommand } from '../../api/client.ts';
import { Callout } from '../../ui/feedback/callout.tsx';
import { SplitLayout } from '../../ui/layout/split-layout.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { plural } from '../../ui/words/format.ts';
import { AdultDays } from './adult-days.tsx';
import type { StoredProvider } from './provider-draft.ts';
import { PutOutList } from './put-out-list.tsx';
import { RosterGrid } from './roster-grid.tsx';
import type { Adult } from './roster-draft.ts';
import { toAdults, type RosterDraft } from './roster-draft.ts';
import type { PutOut } from './use-provider-save.ts';

interface ProviderAdultsProps {
  readonly provider: StoredProvider;
  readonly adults: readonly Adult[];
  readonly today: string;
  readonly mayEdit: boolean;
}

/** Which adults are down for which half days, how many are needed, and changes of single days. */
export function ProviderAdults({ provider, adults, today, mayEdit }: ProviderAdultsProps) {
  const save = useCommand('providers.roster');
  const [without, setWithout] = useState<PutOut>([]);
  const [refused, setRefused] = useState<OperationError>();

  const saveRoster = async (roster: RosterDraft) => {
    setRefused(undefined);
    try {
      const saved = await save.mutateAsync({ providerId: provider.id, adults: toAdults(roster) });
      setWithout(saved.without);
      notify({ title: 'Adults of the week saved' });
      return true;
    } catch (failed) {
      if (!(failed instanceof OperationError)) throw failed;
      setRefused(failed);
      return false;
    }
  };

  return (
    <Stack gap={4}>
      {without.length > 0 ? (
        <Callout
          tone="due"
          live="status"
          title={`${plural(without.length, 'place')} with too few adults now`}
        >
          <PutOutList putOut={without} label="Pupils booked with too few adults" />
          They stay booked. Put more adults down for these sessions, or move the pupils.
        </Callout>
      ) : null}
      <SplitLayout
        kind="form"
        aside={
          <AdultDays
            provider={provider}
            adults={adults}
            today={today}
            mayEdit={mayEdit}
            onWithout={setWithout}
          />
        }
      >
        <RosterGrid
          // Saved by somebody else, it is filled anew.
          key={adults.map(({ id }) => id).join()}
          provider={provider}
          adults={adults}
          mayEdit={mayEdit}
          busy={save.isPending}
          refused={refused?.error}
          onSave={saveRoster}
        />
      </SplitLayout>
    </Stack>
  );
}
