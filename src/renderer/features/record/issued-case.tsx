import type { OperationOutput } from '#shared/contract/contract.ts';
import { WorkingList } from '../../ui/data/working-list.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { ItineraryIcon, PersonIcon } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { SplitLayout } from '../../ui/layout/split-layout.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { InstantText } from '../../ui/words/instant-text.tsx';
import { useToday } from '../../ui/words/today.tsx';
import { CaseSummary } from './case-summary.tsx';
import { formOfCase } from './form-state.ts';
import { Education } from './live-panel.tsx';
import { TotalBars } from './total-bars.tsx';

interface IssuedCaseProps {
  readonly found: OperationOutput<'exclusions.get'>;
  readonly mayPlace: boolean;
}

/** An issued exclusion as it stands: nothing here can be changed. */
export function IssuedCase({ found, mayPlace }: IssuedCaseProps) {
  const today = useToday();
  const { row, preview, issuedAt, issuedBy } = found;
  return (
    <Page>
      <PageHeader
        title={row.title}
        status={<StatusTag tone="done">Issued</StatusTag>}
        context={
          <>
            {preview.ruleSet.name}
            {issuedBy ? ` · issued by ${issuedBy}` : null}
            {issuedAt ? (
              <>
                {', '}
                <InstantText instant={issuedAt} />
              </>
            ) : null}
          </>
        }
        actions={
          <>
            <ButtonLink to="/pupils/$pupilId" params={{ pupilId: row.pupilId }} icon={PersonIcon}>
              Pupil
            </ButtonLink>
            {row.kind === 'lunchtime' || !mayPlace ? null : (
              <ButtonLink to="/places" search={{ exclusion: row.id }} variant="primary" icon={ItineraryIcon}>
                Places
              </ButtonLink>
            )}
          </>
        }
      />
      <SplitLayout
        kind="form"
        aside={
          <Stack gap={4}>
            <Panel title="Days out">
              {preview.working.length > 0 ? (
                <WorkingList lines={preview.working} total={preview.summary} />
              ) : (
                <Text>{preview.summary}</Text>
              )}
            </Panel>
            {preview.year ? (
              <Panel title="Totals it led to">
                <TotalBars preview={preview} />
              </Panel>
            ) : null}
          </Stack>
        }
      >
        <Panel title="The case">
          <CaseSummary form={formOfCase(found)} preview={preview} today={today} />
        </Panel>
        <Panel title="Education must start">
          <Education preview={preview} />
        </Panel>
      </SplitLayout>
    </Page>
  );
}
