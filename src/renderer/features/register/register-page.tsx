import { useState } from 'react';
import { useOperation } from '../../api/client.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { useToday } from '../../ui/words/today.tsx';
import { CodeMeanings } from './code-meanings.tsx';
import { CodesPanel } from './codes-panel.tsx';
import { ComparePanel } from './compare-panel.tsx';
import { weekOf, type Period } from './week-of.ts';

export interface RegisterPageProps {
  /** Only the codes of this exclusion, from its first day to its last. */
  readonly exclusionId: string | undefined;
}

/** The code that each session out should carry in the register, and whether the register has it. */
export function RegisterPage({ exclusionId }: RegisterPageProps) {
  const today = useToday();
  return (
    <Page>
      <PageHeader
        title="Register codes"
        context={
          exclusionId === undefined
            ? 'What each session out should carry in your attendance register, and why.'
            : 'Of one exclusion only.'
        }
        actions={
          exclusionId === undefined ? undefined : (
            <>
              <ButtonLink to="/record" search={{ exclusion: exclusionId }}>
                Open the case
              </ButtonLink>
              <ButtonLink to="/register" search={{}}>
                Show all pupils
              </ButtonLink>
            </>
          )
        }
      />
      {exclusionId === undefined ? (
        <Codes start={weekOf(today)} exclusionId={undefined} />
      ) : (
        <CodesOfCase exclusionId={exclusionId} today={today} />
      )}
      {exclusionId === undefined ? <ComparePanel /> : null}
      <CodeMeanings today={today} />
    </Page>
  );
}

function CodesOfCase({ exclusionId, today }: { readonly exclusionId: string; readonly today: string }) {
  const found = useOperation('exclusions.get', { id: exclusionId });
  return (
    <Loaded query={found} what="the exclusion">
      {({ row: { startDate = today, endDate } }) => (
        // A permanent exclusion has no last day: its codes go on, and are shown to this week's end.
        <Codes
          start={{ from: startDate, to: endDate ?? laterOf(weekOf(today).to, weekOf(startDate).to) }}
          exclusionId={exclusionId}
        />
      )}
    </Loaded>
  );
}

const laterOf = (a: string, b: string): string => (a > b ? a : b);

function Codes({ start, exclusionId }: { readonly start: Period; readonly exclusionId: string | undefined }) {
  const [period, setPeriod] = useState(start);
  return <CodesPanel period={period} onPeriod={setPeriod} exclusionId={exclusionId} />;
}
