import { useState } from 'react';
import { useOperation } from '../../api/client.ts';
import { Callout } from '../../ui/feedback/callout.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { PeriodFields, schoolYearSoFar } from '../../ui/form/period-fields.tsx';
import { SupportIcon } from '../../ui/icons.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { plural } from '../../ui/words/format.ts';
import { useToday } from '../../ui/words/today.tsx';
import { EarlyPanel } from './early-panel.tsx';
import { EffectPanel } from './effect-panel.tsx';
import { PatternPanel } from './pattern-panel.tsx';
import styles from './patterns.module.css';
import type { Found } from './types.ts';

/** For the deputy: who is worth a talk, what exclusions have in common, and what stays may have done. */
export function PatternsPage() {
  const today = useToday();
  const [period, setPeriod] = useState(() => schoolYearSoFar(today));
  const found = useOperation('patterns.find', period, { keepPrevious: true });
  const early = useOperation('patterns.early', period, { keepPrevious: true });
  return (
    <Page>
      <PageHeader
        title="Patterns"
        context="What exclusions that began in these days have in common. Nothing is counted by member of staff."
      />
      <PeriodFields today={today} period={period} onPeriod={setPeriod} />
      <Loaded query={early} what="the pupils worth a talk">
        {({ pupils }) => <EarlyPanel pupils={pupils} />}
      </Loaded>
      <Loaded query={found} what="the patterns">
        {(shown) => <Patterns found={shown} />}
      </Loaded>
      <EffectPanel />
    </Page>
  );
}

function Patterns({ found }: { readonly found: Found }) {
  const { exclusions, pupils, repeat, enough } = found;
  if (exclusions === 0) {
    return (
      <Panel title="What they have in common" flush>
        <EmptyState icon={SupportIcon} title="No exclusion began in these days">
          Choose an earlier first day.
        </EmptyState>
      </Panel>
    );
  }
  return (
    <>
      <p>
        <strong>{plural(exclusions, 'exclusion')}</strong> of {plural(pupils, 'pupil')};{' '}
        {repeat === 0 ? 'none of them' : plural(repeat, 'pupil')} more than once.
      </p>
      {enough ? null : (
        <Callout tone="due" title="Too few to speak of a pattern">
          With so few exclusions what comes up twice may be chance.
        </Callout>
      )}
      <div className={styles.grid}>
        <PatternPanel title="Reason" what="reason" pattern={found.reason} all={exclusions} />
        <PatternPanel title="Place" what="place" pattern={found.place} all={exclusions} />
        <PatternPanel title="Lesson" what="lesson" pattern={found.lesson} all={exclusions} />
        <PatternPanel title="Time of day" what="time" pattern={found.time} all={exclusions} />
        <PatternPanel title="Day of the week" what="day" pattern={found.weekday} all={exclusions} />
      </div>
    </>
  );
}
