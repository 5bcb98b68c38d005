import type { OperationOutput } from '#shared/contract/contract.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { ItineraryIcon, PersonIcon } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { SplitLayout } from '../../ui/layout/split-layout.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { InstantText } from '../../ui/words/instant-text.tsx';
import { PersonName } from '../../ui/words/person-name.tsx';
import { useToday } from '../../ui/words/today.tsx';
import { CaseSummary } from './case-summary.tsx';
import { Education, Headline, Working } from './consequences.tsx';
import { formOfCase, startOf } from './form-state.ts';
import { LiveRegion } from './live-region.tsx';
import { TotalBars } from './total-bars.tsx';

interface IssuedCaseProps {
  readonly found: OperationOutput<'exclusions.get'>;
  readonly mayPlace: boolean;
}

/** An issued exclusion as it stands: nothing here can be changed. */
export function IssuedCase({ found, mayPlace }: IssuedCaseProps) {
  const today = useToday();
  const { row, preview, issuedAt, issuedBy } = found;
  const form = formOfCase(found);
  return (
    <Page>
      <PageHeader
        title={row.title}
        status={<StatusTag tone="done">Issued</StatusTag>}
        context={
          <>
            {form.pupil ? (
              <>
                <PersonName name={form.pupil.name} />
                {form.pupil.form ? `, ${form.pupil.form}` : null}
                {' · '}
              </>
            ) : null}
            Rules: {preview.ruleSet.name}
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
          <LiveRegion>
            <Stack gap={4}>
              <Panel title="What it means">
                <Stack gap={3}>
                  <Headline kind={row.kind} start={startOf(form)} preview={preview} />
                  <TotalBars preview={preview} />
                </Stack>
              </Panel>
              {row.kind === 'lunchtime' ? null : (
                <Panel title="Education must start">
                  <Education preview={preview} />
                </Panel>
              )}
              {preview.working.length > 0 ? (
                <Panel title="How the days were counted">
                  <Working kind={row.kind} preview={preview} />
                </Panel>
              ) : null}
            </Stack>
          </LiveRegion>
        }
      >
        <Panel title="The case">
          <CaseSummary form={form} preview={preview} today={today} />
        </Panel>
      </SplitLayout>
    </Page>
  );
}
