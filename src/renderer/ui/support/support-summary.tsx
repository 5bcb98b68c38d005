import { SupportIcon } from '../icons.ts';
import { ButtonLink, TextLink } from '../layout/links.tsx';
import { Panel } from '../layout/panel.tsx';
import { Stack } from '../layout/stack.tsx';
import { Text } from '../layout/text.tsx';
import { classes } from '../theme/classes.ts';
import { useCurtain } from '../words/curtain.tsx';
import { DateText } from '../words/date-text.tsx';
import { CourseList } from './course-list.tsx';
import { ReferralTag } from './referral-tag.tsx';
import { ReviewTag } from './review-tag.tsx';
import styles from './support.module.css';
import { TargetList } from './target-list.tsx';
import type { PupilSupport } from './types.ts';

interface SupportSummaryProps {
  readonly support: PupilSupport;
  /** `pupil`: says whether the pupil is on the register, too; `entry`: is on that page. */
  readonly on: 'pupil' | 'entry';
}

/** What is done for a pupil, to be read at a glance; all of it is worked on at the pupil’s plan. */
export function SupportSummary({ support, on }: SupportSummaryProps) {
  const { pupilId, plan, courses, referrals, panels } = support;
  const nothing = !plan && courses.length === 0 && referrals.length === 0 && panels.length === 0;
  return (
    <Panel
      title={on === 'pupil' ? 'Support' : 'Plan and referrals'}
      context={on === 'pupil' ? <RegisterLine support={support} /> : undefined}
      actions={
        <ButtonLink to="/support/plans/$pupilId" params={{ pupilId }} size="small" icon={SupportIcon}>
          {plan ? 'Open the plan' : 'Plan and referrals'}
        </ButtonLink>
      }
    >
      <Stack gap={4}>
        {nothing ? <Text muted>No plan, referral or course yet.</Text> : null}
        {plan ? (
          <div>
            <div className={classes(styles.line, styles.head)}>
              <h3>
                Plan from <DateText date={plan.from} form="short" />
              </h3>
              <ReviewTag {...plan} />
            </div>
            <TargetList brief targets={plan.targets.filter(({ state }) => state !== 'dropped')} />
          </div>
        ) : null}
        {courses.length > 0 ? (
          <div>
            <h3 className={styles.head}>Courses</h3>
            <CourseList courses={courses} />
          </div>
        ) : null}
        {referrals.length > 0 ? (
          <div>
            <h3>Referrals</h3>
            <ul className={styles.brief}>
              {referrals.map(({ id, agency, madeOn, allocatedTo, ...how }) => (
                <li key={id} className={styles.line}>
                  <span className={styles.words}>
                    {agency}, <DateText date={madeOn} form="short" />
                    {allocatedTo ? `: ${allocatedTo}` : null}
                  </span>
                  <ReferralTag {...how} />
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        <PanelLines panels={panels} />
      </Stack>
    </Panel>
  );
}

function RegisterLine({ support: { entry } }: { readonly support: PupilSupport }) {
  if (entry === undefined) return 'Not on the at-risk register';
  const { id: entryId, since, signedOffOn, keyWorker } = entry;
  return (
    <>
      <TextLink to="/support/entries/$entryId" params={{ entryId }}>
        At-risk register
      </TextLink>{' '}
      {signedOffOn ? 'until ' : 'since '}
      <DateText date={signedOffOn ?? since} form="short" />
      {signedOffOn ? null : keyWorker ? `, key worker ${keyWorker}` : ', no key worker yet'}
    </>
  );
}

function PanelLines({ panels }: Pick<PupilSupport, 'panels'>) {
  const { drawn } = useCurtain();
  if (panels.length === 0) return null;
  return (
    <div>
      <h3>Inclusion panel</h3>
      <ul className={styles.brief}>
        {panels.map(({ panelId, on, held, why, decision, owner, dueOn, doneOn }) => (
          <li key={panelId}>
            <TextLink to="/support/panel/$panelId" params={{ panelId }}>
              <DateText date={on} form="short" />
            </TextLink>
            {drawn ? null : `: ${decision ?? (held ? 'not minuted' : why)}`}
            {owner && dueOn ? (
              <span className={styles.under}>
                {owner}, {doneOn ? 'done ' : 'by '}
                <DateText date={doneOn ?? dueOn} form="short" />
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
