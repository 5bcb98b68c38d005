import type { ComponentType } from 'react';
import { sayList } from '#shared/text/provider-words.ts';
import { RISK_LEVEL_WORDS, SIGN_OFF_BASIS_WORDS, sayTimes } from '#shared/text/support-words.ts';
import { useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { Callout } from '../../ui/feedback/callout.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { BackIcon, PersonIcon } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { SplitLayout } from '../../ui/layout/split-layout.tsx';
import { useCurtain } from '../../ui/words/curtain.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { usePersonName } from '../../ui/words/person-name.tsx';
import { AttendancePanel } from './attendance-panel.tsx';
import { EarlierPanel } from './earlier-panel.tsx';
import { KeyWorkerPanel } from './key-worker-panel.tsx';
import { MeetingsPanel } from './meetings-panel.tsx';
import { PlanSummary } from './plan-summary.tsx';
import { PromptTags } from './prompt-tags.tsx';
import { ReasonsPanel } from './reasons-panel.tsx';
import { ReviewPanel } from './review-panel.tsx';
import { RiskPanel } from './risk-panel.tsx';
import type { Entry } from './types.ts';

export interface EntryPageProps {
  readonly entryId: string;
  /** What another area has about the pupil. */
  readonly more?: ComponentType<{ readonly pupilId: string }> | undefined;
}

/** One pupil on the at-risk register: why, with whom, when they met, and the review at the end of each period. */
export function EntryPage({ entryId, more }: EntryPageProps) {
  const entry = useOperation('support.entry', { entryId });
  return (
    <Page>
      {entry.data ? <Head entry={entry.data} /> : <PageHeader title="At-risk register" />}
      <Loaded query={entry} what="the entry">
        {(found) => <Parts entry={found} more={more} />}
      </Loaded>
    </Page>
  );
}

function Head({ entry }: { readonly entry: Entry }) {
  const nameOf = usePersonName();
  const mayPupils = useMay('pupils.view');
  const { name, form, since, pupilId, prompts, signedOff, categories, level, times } = entry;
  return (
    <PageHeader
      title={`${nameOf(name)} at risk`}
      status={
        signedOff ? (
          <StatusTag tone="done">Signed off</StatusTag>
        ) : prompts.length > 0 ? (
          <PromptTags prompts={prompts} />
        ) : null
      }
      context={
        <>
          {form ? `${form} · ` : null}
          {categories.length === 1 ? 'Category' : 'Categories'} {sayList(categories)}
          {level ? `, ${RISK_LEVEL_WORDS[level].toLocaleLowerCase('en-GB')}` : ''}, on the register since{' '}
          <DateText date={since} />
          {times > 1 ? `, ${sayTimes(times)} in all` : ''}
        </>
      }
      actions={
        <>
          <ButtonLink to="/support" icon={BackIcon}>
            Register
          </ButtonLink>
          {mayPupils ? (
            <ButtonLink to="/pupils/$pupilId" params={{ pupilId }} icon={PersonIcon}>
              Pupil
            </ButtonLink>
          ) : null}
        </>
      }
    />
  );
}

function Parts({ entry, more: More }: { readonly entry: Entry; readonly more: EntryPageProps['more'] }) {
  const { drawn } = useCurtain();
  const mayEdit = useMay('support.edit') && entry.signedOff === undefined;
  const { signedOff } = entry;
  return (
    <SplitLayout
      kind="form"
      aside={
        <>
          <ReviewPanel entry={entry} mayEdit={mayEdit} />
          <RiskPanel key={entry.version} entry={entry} mayEdit={mayEdit} />
          <AttendancePanel figures={entry.attendance} />
          <EarlierPanel entry={entry} />
        </>
      }
    >
      {signedOff ? (
        <Callout tone="done" title={`Signed off by ${signedOff.by}`}>
          <DateText date={signedOff.on} />: {drawn ? '…' : signedOff.reason}
          {signedOff.as ? ` (${SIGN_OFF_BASIS_WORDS[signedOff.as].toLocaleLowerCase('en-GB')})` : ''}
        </Callout>
      ) : null}
      <ReasonsPanel entry={entry} />
      <KeyWorkerPanel entry={entry} mayEdit={mayEdit} />
      <MeetingsPanel entry={entry} mayEdit={mayEdit} />
      {More ? <More pupilId={entry.pupilId} /> : null}
      <PlanSummary pupilId={entry.pupilId} />
    </SplitLayout>
  );
}
