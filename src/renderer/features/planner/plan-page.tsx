import { useState } from 'react';
import { useOperation } from '../../api/client.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { JobProgress } from '../../ui/feedback/job-progress.tsx';
import { VeiledError } from '../../ui/feedback/veiled-error.tsx';
import { Button } from '../../ui/form/button.tsx';
import { DoneIcon, ItineraryIcon } from '../../ui/icons.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';
import { plural } from '../../ui/words/format.ts';
import { PlanForm } from './plan-form.tsx';
import { PlanPupils } from './plan-pupils.tsx';
import { PlanSummary } from './plan-summary.tsx';
import { usePlan } from './use-plan.ts';
import styles from './planner.module.css';

/** Everybody who waits, allocated at once: made, looked at with every reason, and only then booked. */
export function PlanPage() {
  const queue = useOperation('places.queue', {});
  const planning = usePlan();
  const [asking, setAsking] = useState(false);
  const { plan, job, counts } = planning;
  const waiting = queue.data?.waiting.length;
  const nothing = counts.places === 0;
  return (
    <Page>
      <PageHeader
        title="Plan all"
        context={
          waiting === undefined
            ? 'Nothing is booked until you accept the plan'
            : `${plural(waiting, 'pupil')} waiting. Nothing is booked until you accept the plan.`
        }
      />
      <PlanForm making={planning.making} planned={plan !== undefined} onMake={planning.make} />
      {planning.making ? (
        <JobProgress
          label={job?.text ?? 'Making the plan'}
          fraction={job?.fraction}
          onCancel={job ? planning.cancel : undefined}
          cancelling={planning.cancelling}
        />
      ) : null}
      {planning.error ? <ErrorCallout title="No plan was made" error={planning.error} /> : null}
      {planning.refused ? <VeiledError title="The plan was not booked" error={planning.refused} /> : null}
      {plan === undefined && !planning.making ? <PlanIntroduction /> : null}
      {plan ? (
        plan.pupils.length === 0 ? (
          <EmptyState icon={DoneIcon} title="Nobody is waiting in these days">
            Every excluded pupil has a place for every session that was planned.
          </EmptyState>
        ) : (
          <>
            <PlanSummary plan={plan} />
            <PlanPupils plan={plan} leftOut={planning.leftOut} onToggle={planning.toggle} />
            <div className={styles.foot}>
              <p role="status">
                {nothing
                  ? 'Nothing is chosen to be booked'
                  : `${plural(counts.places, 'place')} for ${plural(counts.pupils, 'pupil')} would be booked`}
              </p>
              <Button
                variant="primary"
                disabled={nothing}
                disabledReason="The plan has no place to book"
                onClick={() => setAsking(true)}
              >
                Book this plan…
              </Button>
            </div>
          </>
        )
      ) : null}
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => planning.accept(() => setAsking(false))}
        title="Book this plan?"
        confirmLabel={`Book ${plural(counts.places, 'place')}`}
        busy={planning.accepting}
      >
        <p>
          {`${plural(counts.places, 'place')} for ${plural(counts.pupils, 'pupil')} are booked in one step, all or none.`}{' '}
          Places that are held or booked already stay as they are. If the book has changed since the plan was
          made, nothing is booked and you are told what changed.
        </p>
      </ConfirmDialog>
    </Page>
  );
}

/** What a plan does, for those who have not made one. */
function PlanIntroduction() {
  return (
    <Panel>
      <EmptyState icon={ItineraryIcon} title="Everybody who waits, in one plan">
        The plan covers as many sessions as can be covered, the most urgent pupils first; then with as few
        changes of venue as it can, then near and at low cost. It says why each pupil got what they got, or
        which rules left them without and what one change would free.
      </EmptyState>
    </Panel>
  );
}
