import { useState } from 'react';
import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { figureWords } from '#shared/text/compare-words.ts';
import { phaseWords } from '#shared/text/return-words.ts';
import { useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { BarChart } from '../../ui/chart/bar-chart.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { PrintIcon } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Tabs } from '../../ui/layout/tabs.tsx';
import { ComparePrintHead } from './compare-print-head.tsx';
import { GroupsPanel } from './groups-panel.tsx';
import { SchoolFilesPanel } from './school-files-panel.tsx';
import { SchoolLengthsPanel } from './school-lengths-panel.tsx';
import { SchoolPupilsPanel } from './school-pupils-panel.tsx';
import { SchoolYearsPanel } from './school-years-panel.tsx';
import styles from './compare.module.css';
import type { GroupsAsked } from './types.ts';

const VIEWS = [
  { key: 'years', label: 'Years' },
  { key: 'groups', label: 'Groups and reasons' },
  { key: 'lengths', label: 'Lengths by reason' },
  { key: 'files', label: 'Files received' },
] as const;
const PUPILS = { key: 'pupils', label: 'Pupils' } as const;

type View = (typeof VIEWS)[number]['key'] | typeof PUPILS.key;

/** One school in the authority's eyes: its figures over the years, by group, its lengths, files, and its pupils. */
export function SchoolPage({ laEstab }: { readonly laEstab: string }) {
  const query = useOperation('authority.school', { laEstab });
  const maySeePupils = useMay('authority.view-pupils');
  const [view, setView] = useState<View>('years');
  const [groups, setGroups] = useState<GroupsAsked>({
    group: 'year-group',
    measure: 'incidents',
    level: 'school',
    key: laEstab,
    suppressed: true,
  });
  return (
    <div className={styles.sheet}>
      <Page>
        <PageHeader
          title={query.data?.name ?? 'School'}
          context={
            query.data
              ? [`Number ${laEstab}`, phaseWords(query.data.phase), query.data.cluster, query.data.authority]
                  .filter(Boolean)
                  .join(', ')
              : undefined
          }
          actions={
            <>
              <ButtonLink to="/authority/compare">Compare schools</ButtonLink>
              <Button icon={PrintIcon} onClick={() => window.print()}>
                Print
              </Button>
            </>
          }
        />
        <ComparePrintHead title={query.data?.name ?? ''} />
        <Loaded query={query} what="the school">
          {(school) => {
            const years = school.years.filter(({ incidents }) => incidents !== null);
            return (
              <Tabs
                label="What to see of the school"
                value={view}
                onChange={setView}
                tabs={maySeePupils ? [...VIEWS, PUPILS] : VIEWS}
              >
                {view === 'years' ? (
                  <div className={styles.view}>
                    <SchoolYearsPanel school={school} />
                    <Panel title="Incidents by year" flush>
                      <BarChart
                        label="Incidents by school year"
                        bars={school.years.map(({ schoolYear, incidents }) => ({
                          key: String(schoolYear),
                          label: formatSchoolYear(schoolYear),
                          value: incidents,
                          text: incidents === null ? 'Blank' : figureWords(incidents),
                        }))}
                        twin="The table has the same figures."
                      />
                    </Panel>
                  </div>
                ) : view === 'groups' ? (
                  <GroupsPanel
                    asked={groups}
                    phase="secondary"
                    schools={[{ key: laEstab, name: school.name }]}
                    onAsk={setGroups}
                  />
                ) : view === 'lengths' ? (
                  <SchoolLengthsPanel
                    laEstab={laEstab}
                    phase={school.phase}
                    from={years[0]?.schoolYear}
                    to={years.at(-1)?.schoolYear}
                  />
                ) : view === 'files' ? (
                  <SchoolFilesPanel files={school.files} />
                ) : (
                  <SchoolPupilsPanel
                    laEstab={laEstab}
                    years={school.years.map(({ schoolYear }) => schoolYear).toReversed()}
                  />
                )}
              </Tabs>
            );
          }}
        </Loaded>
      </Page>
    </div>
  );
}
