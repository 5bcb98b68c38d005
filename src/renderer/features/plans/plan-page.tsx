import { useState } from 'react';
import { useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { BackIcon, PersonIcon } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { SplitLayout } from '../../ui/layout/split-layout.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { CourseList } from '../../ui/support/course-list.tsx';
import { ReviewTag } from '../../ui/support/review-tag.tsx';
import type { PupilSupport } from '../../ui/support/types.ts';
import { usePersonName } from '../../ui/words/person-name.tsx';
import { EarlierPlans } from './earlier-plans.tsx';
import { PanelsPanel } from './panels-panel.tsx';
import { PlanPanel } from './plan-panel.tsx';
import { ReferralsPanel } from './referrals-panel.tsx';
import { ReviewsPanel } from './reviews-panel.tsx';

/** One pupil's plan, and beside it everything else that is done: courses, referrals, panels. */
export function PlanPage({ pupilId }: { readonly pupilId: string }) {
  const support = useOperation('plans.pupil', { pupilId });
  return (
    <Page>
      {support.data ? <Head support={support.data} /> : <PageHeader title="Plan" />}
      <Loaded query={support} what="the plan">
        {(found) => <Parts support={found} />}
      </Loaded>
    </Page>
  );
}

function Head({ support }: { readonly support: PupilSupport }) {
  const nameOf = usePersonName();
  const mayPupils = useMay('pupils.view');
  const { pupilId, name, form, plan, entry } = support;
  const register =
    entry === undefined || entry.signedOffOn !== undefined
      ? 'Not on the at-risk register'
      : entry.keyWorker
        ? `Key worker ${entry.keyWorker}`
        : 'On the register, no key worker yet';
  return (
    <PageHeader
      title={`Support of ${nameOf(name)}`}
      status={plan ? <ReviewTag {...plan} /> : null}
      context={form ? `${form} · ${register}` : register}
      actions={
        <>
          <ButtonLink to="/support/plans" icon={BackIcon}>
            Plans
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

function Parts({ support }: { readonly support: PupilSupport }) {
  const mayEdit = useMay('support.edit');
  const [editing, setEditing] = useState(false);
  const { plan, courses, earlier } = support;
  return (
    <SplitLayout
      kind="form"
      aside={
        <>
          <Panel title="Courses" context="They go on from stay to stay">
            {courses.length === 0 ? (
              <Text muted>None yet. Sessions of a course are noted at the stay.</Text>
            ) : (
              <CourseList courses={courses} />
            )}
          </Panel>
          <ReferralsPanel support={support} mayEdit={mayEdit} />
          <PanelsPanel support={support} />
        </>
      }
    >
      <PlanPanel support={support} mayEdit={mayEdit} editing={editing} onEdit={setEditing} />
      {plan ? (
        <ReviewsPanel
          plan={plan}
          nextReviewOn={support.nextReviewOn}
          mayEdit={mayEdit}
          onOpen={() => setEditing(false)}
        />
      ) : null}
      <EarlierPlans plans={earlier} />
    </SplitLayout>
  );
}
