import { useState } from 'react';
import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { COMPARED_PHASES, MEASURES, type ComparedPhase, type Measure } from '#shared/domain/compare/types.ts';
import { countedWords, measureWords, schoolsOfPhase } from '#shared/text/compare-words.ts';
import { phaseWords } from '#shared/text/return-words.ts';
import { useOperation } from '../../api/client.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { InboxIcon, PrintIcon } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Tabs } from '../../ui/layout/tabs.tsx';
import { Toolbar } from '../../ui/layout/toolbar.tsx';
import { ChangesPanel } from './changes-panel.tsx';
import { ComparedSchools } from './compared-schools.tsx';
import { LengthsPanel } from './lengths-panel.tsx';
import { MarkedPanel } from './marked-panel.tsx';
import { MeansPanel } from './means-panel.tsx';
import { ComparePrintHead } from './compare-print-head.tsx';
import { RollUpPanel } from './roll-up-panel.tsx';
import { SuspectsPanel } from './suspects-panel.tsx';
import styles from './compare.module.css';

type View = 'figures' | 'schools' | 'roll-up' | 'lengths';

const MEASURE_OPTIONS = MEASURES.map((value) => ({ value, label: measureWords(value) }));
const PHASE_OPTIONS = COMPARED_PHASES.map((value) => ({ value, label: phaseWords(value) }));

/** Schools of a phase compared by one measure over school years, from the returns the authority has received. */
export function ComparePage() {
  const [measure, setMeasure] = useState<Measure>('incidents');
  const [phase, setPhase] = useState<ComparedPhase>('secondary');
  const [span, setSpan] = useState<{ readonly from?: number; readonly to?: number }>({});
  const [view, setView] = useState<View>('figures');
  const query = useOperation('authority.compare', { measure, phase, ...span }, { keepPrevious: true });
  const title = `${measureWords(measure)}, ${schoolsOfPhase(phase)}`;
  const measured = view === 'figures' || view === 'schools';
  return (
    <div className={styles.sheet}>
      <Page>
        <PageHeader
          title="Compare schools"
          context={measured ? `${title}: ${countedWords(measure)}.` : undefined}
          actions={
            <Button icon={PrintIcon} onClick={() => window.print()}>
              Print
            </Button>
          }
        />
        <ComparePrintHead title={measured ? title : 'Compare schools'} />
        <Loaded query={query} what="the comparison">
          {(compared) => {
            const [first, last] = [compared.years[0], compared.years.at(-1)];
            if (first === undefined || last === undefined) {
              return (
                <EmptyState
                  icon={InboxIcon}
                  title="There is no whole school year yet"
                  action={<ButtonLink to="/authority">Go to the schools</ButtonLink>}
                >
                  A school year can be compared once the returns of its three terms are here.
                </EmptyState>
              );
            }
            const years = compared.offered.map((year) => ({
              value: String(year),
              label: formatSchoolYear(year),
            }));
            return (
              <>
                <Toolbar label="What to compare">
                  {measured ? (
                    <SegmentedChoice
                      label="Measure"
                      name="measure"
                      value={measure}
                      onChange={setMeasure}
                      options={MEASURE_OPTIONS}
                    />
                  ) : null}
                  {view === 'roll-up' ? null : (
                    <SegmentedChoice
                      label="Phase"
                      name="phase"
                      value={phase}
                      onChange={setPhase}
                      options={PHASE_OPTIONS}
                    />
                  )}
                  <SelectField
                    label="First year"
                    width="short"
                    name="from"
                    value={String(first)}
                    onChange={(from) => setSpan({ from: Number(from), to: Math.max(Number(from), last) })}
                    options={years}
                  />
                  <SelectField
                    label="Last year"
                    width="short"
                    name="to"
                    value={String(last)}
                    onChange={(to) => setSpan({ from: Math.min(first, Number(to)), to: Number(to) })}
                    options={years}
                  />
                </Toolbar>
                <Tabs
                  label="What to see"
                  value={view}
                  onChange={setView}
                  tabs={[
                    { key: 'figures', label: 'Means and change' },
                    { key: 'schools', label: 'Schools' },
                    { key: 'roll-up', label: 'Roll-up' },
                    { key: 'lengths', label: 'Lengths by reason' },
                  ]}
                >
                  {view === 'figures' ? (
                    <Stack gap={4}>
                      <MeansPanel compared={compared} measure={measure} />
                      {compared.listed ? <ComparedSchools compared={compared} /> : null}
                      {compared.changes.length === 0 ? null : (
                        <>
                          <ChangesPanel changes={compared.changes} />
                          <MarkedPanel compared={compared} />
                        </>
                      )}
                      <SuspectsPanel suspects={compared.suspects} />
                    </Stack>
                  ) : view === 'schools' ? (
                    <ComparedSchools compared={compared} />
                  ) : view === 'roll-up' ? (
                    <RollUpPanel from={first} to={last} />
                  ) : (
                    <LengthsPanel phase={phase} from={first} to={last} />
                  )}
                </Tabs>
              </>
            );
          }}
        </Loaded>
      </Page>
    </div>
  );
}
