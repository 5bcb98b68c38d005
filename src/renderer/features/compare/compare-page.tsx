import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { COMPARED_PHASES } from '#shared/domain/compare/types.ts';
import { countedWords, measureWords, schoolsOfPhase } from '#shared/text/compare-words.ts';
import { useOperation } from '../../api/client.ts';
import { Chip } from '../../ui/data/chip.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { InboxIcon, PrintIcon } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Tabs } from '../../ui/layout/tabs.tsx';
import { CompareBar } from './compare-bar.tsx';
import { ComparePrintHead } from './compare-print-head.tsx';
import { ComparedViews, VIEWS, type View } from './compared-views.tsx';
import { exportOf } from './export-of.ts';
import { useExport } from './use-export.tsx';
import type { ComparedBy, ComparedRow, GroupsAsked } from './types.ts';
import styles from './compare.module.css';

/** Schools of a phase compared by one measure over school years, from the returns the authority has received. */
export function ComparePage() {
  const [asked, setAsked] = useState<ComparedBy>({ measure: 'incidents', phase: 'secondary', by: 'school' });
  const [groups, setGroups] = useState<GroupsAsked>({
    group: 'sex',
    measure: 'incidents',
    level: 'all',
    key: '',
    suppressed: true,
  });
  const [view, setView] = useState<View>('comparison');
  const navigate = useNavigate();
  const { within, ...rest } = asked;
  const query = useOperation(
    'authority.compare',
    { ...rest, ...(within ? { within: { by: within.by, key: within.key } } : {}) },
    { keepPrevious: true },
  );
  const { button, problem } = useExport(exportOf(view, asked, groups));
  const { measure, phase } = asked;
  const title = `${measureWords(measure)}, ${schoolsOfPhase(phase)}`;
  const measured = view === 'comparison' || view === 'years';
  /** A school opens its page; a group its schools. */
  const open = ({ key, name }: ComparedRow) => {
    if (asked.by === 'school') {
      void navigate({ to: '/authority/schools/$laEstab', params: { laEstab: key } });
    } else if (asked.by === 'phase') {
      const next = COMPARED_PHASES.find((one) => one === key);
      if (next) setAsked({ ...asked, phase: next, by: 'school', within: undefined });
    } else {
      setAsked({ ...asked, by: 'school', within: { by: asked.by, key, name } });
    }
  };
  return (
    <div className={styles.sheet}>
      <Page>
        <PageHeader
          title="Compare schools"
          context={measured ? `${title}: ${countedWords(measure)}.` : undefined}
          actions={
            <>
              {button}
              <Button icon={PrintIcon} onClick={() => window.print()}>
                Print
              </Button>
            </>
          }
        />
        <ComparePrintHead title={measured ? title : 'Compare schools'} />
        {problem}
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
            return (
              <>
                <CompareBar asked={asked} view={view} compared={compared} onAsk={setAsked} />
                {within && measured ? (
                  <div>
                    <Chip
                      label={`Only ${within.name}`}
                      onRemove={() => setAsked({ ...asked, by: within.by, within: undefined })}
                    />
                  </div>
                ) : null}
                <Tabs label="What to see" value={view} onChange={setView} tabs={VIEWS}>
                  <ComparedViews
                    view={view}
                    compared={compared}
                    asked={asked}
                    groups={groups}
                    span={{ from: first, to: last }}
                    onGroups={setGroups}
                    onOpen={open}
                  />
                </Tabs>
              </>
            );
          }}
        </Loaded>
      </Page>
    </div>
  );
}
