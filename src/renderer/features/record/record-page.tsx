import { useState } from 'react';
import { indexCalendar } from '#shared/domain/calendar/index-calendar.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import type { CaseEventType } from '#shared/domain/duties/types.ts';
import type { ChainLink } from '#shared/domain/exclusions/types.ts';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { useOperation } from '../../api/client.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { useToday } from '../../ui/words/today.tsx';
import type { CaseTab } from './case/case-tabs.ts';
import type { Case } from './case/types.ts';
import { CasePage, type CasePageProps } from './case/case-page.tsx';
import { formFollowing } from './form-following.ts';
import { formOfCase, newForm, type ChosenPupil } from './form-state.ts';
import { RecordForm } from './record-form.tsx';
import type { Holds } from './use-record-case.ts';

export interface RecordPageProps {
  readonly exclusionId?: string | undefined;
  readonly pupilId?: string | undefined;
  /** The exclusion that the new one is chained to, and how. */
  readonly follows?: { readonly exclusionId: string; readonly as: ChainLink } | undefined;
  /** Of an issued case: the view to open, what is about to be recorded in it, and where the focus goes. */
  readonly tab?: CaseTab | undefined;
  readonly event?: CaseEventType | undefined;
  readonly takeNext?: boolean | undefined;
}

type Permissions = OperationOutput<'session.get'>['permissions'];

/** Record an exclusion: a new one, one that follows another, a draft taken up again; or the case of one issued. */
export function RecordPage({ exclusionId, pupilId, follows, tab, event, takeNext }: RecordPageProps) {
  const session = useOperation('session.get', {});
  // A new number is a new form: "record another", or the draft read again.
  const [visit, setVisit] = useState(0);
  const again = () => setVisit((was) => was + 1);
  const [another, setAnother] = useState(false);
  return (
    <InPage query={session} what="your permissions">
      {({ permissions }) =>
        exclusionId !== undefined && !another ? (
          <RecordedCase
            key={visit}
            exclusionId={exclusionId}
            permissions={permissions}
            onReopen={again}
            onAnother={() => setAnother(true)}
            shown={{ tab, event, takeNext: takeNext ?? false }}
          />
        ) : follows !== undefined && !another ? (
          <FollowingCase
            key={visit}
            follows={follows}
            permissions={permissions}
            onAnother={() => setAnother(true)}
          />
        ) : (
          <NewCase
            key={visit}
            pupilId={another ? undefined : pupilId}
            permissions={permissions}
            onAnother={() => {
              setAnother(true);
              again();
            }}
          />
        )
      }
    </InPage>
  );
}

/** `Loaded` with a page round the waiting and the failing. */
function InPage<Value>(props: Parameters<typeof Loaded<Value>>[0]) {
  return props.query.data === undefined ? (
    <Page>
      <Loaded {...props} />
    </Page>
  ) : (
    <>{props.children(props.query.data)}</>
  );
}

interface RecordedCaseProps {
  readonly exclusionId: string;
  readonly permissions: Permissions;
  readonly onReopen: () => void;
  readonly onAnother: () => void;
  /** Which part of the case is shown once it is issued. */
  readonly shown: Omit<CasePageProps, 'found'>;
}

function RecordedCase({ exclusionId, permissions, onReopen, onAnother, shown }: RecordedCaseProps) {
  const query = useOperation('exclusions.get', { id: exclusionId });
  const [holds, setHolds] = useState<Holds>('nothing');
  return (
    <InPage query={query} what="the exclusion">
      {(found) =>
        // Issued elsewhere while somebody types here: what is typed stays until they have seen it.
        (found.row.state !== 'draft' && holds !== 'unsaved' && holds !== 'another') ||
        !permissions.includes('exclusions.record') ? (
          <CasePage found={found} {...shown} />
        ) : (
          <RecordedDraft
            found={found}
            holds={holds}
            onHolds={setHolds}
            mayIssue={permissions.includes('exclusions.decide')}
            onAnother={onAnother}
            onReopen={() => void query.refetch().then(onReopen)}
          />
        )
      }
    </InPage>
  );
}

interface RecordedDraftProps {
  readonly found: Case;
  readonly holds: Holds;
  readonly onHolds: (holds: Holds) => void;
  readonly mayIssue: boolean;
  readonly onAnother: () => void;
  readonly onReopen: () => void;
}

/** A draft taken up again. What somebody else saves in it comes to the screen by itself until something is typed here. */
function RecordedDraft({ found, holds, ...rest }: RecordedDraftProps) {
  const [opened, setOpened] = useState(found);
  if (holds === 'nothing' && found.draft.version !== opened.draft.version) setOpened(found);
  const { id } = opened.row;
  const { version } = opened.draft;
  return <RecordForm key={version} start={{ form: formOfCase(opened), saved: { id, version } }} {...rest} />;
}

interface FollowingCaseProps {
  readonly follows: { readonly exclusionId: string; readonly as: ChainLink };
  readonly permissions: Permissions;
  readonly onAnother: () => void;
}

/** A new case chained to one on record: its pupil, straight after it. */
function FollowingCase({ follows: { exclusionId, as }, permissions, onAnother }: FollowingCaseProps) {
  const today = useToday();
  const query = useOperation('exclusions.get', { id: exclusionId });
  return (
    <InPage query={query} what="the exclusion that it follows">
      {(found) => (
        <RecordForm
          start={{ form: formFollowing(found, as, today) }}
          mayIssue={permissions.includes('exclusions.decide')}
          onAnother={onAnother}
          onReopen={undefined}
        />
      )}
    </InPage>
  );
}

interface NewCaseProps {
  readonly pupilId: string | undefined;
  readonly permissions: Permissions;
  readonly onAnother: () => void;
}

function NewCase({ pupilId, permissions, onAnother }: NewCaseProps) {
  const today = useToday();
  const calendar = useOperation('calendar.get', {});
  const pupil = useOperation('pupils.get', { pupilId: pupilId ?? '' }, { enabled: pupilId !== undefined });
  const form = (chosen: ChosenPupil | null, start: Session | undefined) => (
    <RecordForm
      start={{
        form: newForm({
          pupil: chosen,
          incidentOn: today,
          startDate: start?.date ?? null,
          startSlot: start?.slot ?? 'am',
        }),
      }}
      mayIssue={permissions.includes('exclusions.decide')}
      onAnother={onAnother}
      onReopen={undefined}
    />
  );
  return (
    <InPage query={calendar} what="the school calendar">
      {(plan) => {
        // The morning register is taken: the next session from now is this afternoon's, or the next school day's.
        const start = indexCalendar(plan).nextSchoolSession({ date: today, slot: 'am' });
        if (pupilId === undefined) return form(null, start);
        return (
          <InPage query={pupil} what="the pupil">
            {({ pupil: { id, forename, surname, form: group, upn, inCare } }) =>
              form({ id, name: `${forename} ${surname}`, form: group, upn, inCare }, start)
            }
          </InPage>
        );
      }}
    </InPage>
  );
}
