import { useState } from 'react';
import { indexCalendar } from '#shared/domain/calendar/index-calendar.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { useOperation } from '../../api/client.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { useToday } from '../../ui/words/today.tsx';
import { formOfCase, newForm, type ChosenPupil } from './form-state.ts';
import { IssuedCase } from './issued-case.tsx';
import { lastDecider } from './last-decider.ts';
import { RecordForm } from './record-form.tsx';

export interface RecordPageProps {
  readonly exclusionId?: string | undefined;
  readonly pupilId?: string | undefined;
}

type Permissions = OperationOutput<'session.get'>['permissions'];

/** Record an exclusion: a new one, one about a known pupil, a draft taken up again, or one issued to read. */
export function RecordPage({ exclusionId, pupilId }: RecordPageProps) {
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
}

function RecordedCase({ exclusionId, permissions, onReopen, onAnother }: RecordedCaseProps) {
  const query = useOperation('exclusions.get', { id: exclusionId });
  return (
    <InPage query={query} what="the exclusion">
      {(found) =>
        found.row.state === 'issued' || !permissions.includes('exclusions.record') ? (
          <IssuedCase found={found} mayPlace={permissions.includes('places.view')} />
        ) : (
          <RecordForm
            start={{ form: formOfCase(found), saved: { id: exclusionId, version: found.draft.version } }}
            mayIssue={permissions.includes('exclusions.decide')}
            onAnother={onAnother}
            onReopen={() => void query.refetch().then(onReopen)}
          />
        )
      }
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
          decidedBy: lastDecider(),
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
