import { PARENT_WORDS } from '#shared/text/support-plan-words.ts';
import { SupportIcon } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { ReferralTag } from '../../ui/support/referral-tag.tsx';
import styles from '../../ui/support/support.module.css';
import type { PupilSupport } from '../../ui/support/types.ts';
import { useCurtain } from '../../ui/words/curtain.tsx';
import { DateText } from '../../ui/words/date-text.tsx';

interface ReferralsPanelProps {
  readonly support: PupilSupport;
  readonly mayEdit: boolean;
}

/** To whom the pupil was referred, and what came of it; worked on under Referrals. */
export function ReferralsPanel({ support: { referrals }, mayEdit }: ReferralsPanelProps) {
  const { drawn } = useCurtain();
  return (
    <Panel
      title="Referrals"
      actions={
        mayEdit ? (
          <ButtonLink to="/support/referrals" size="small" icon={SupportIcon}>
            All referrals
          </ButtonLink>
        ) : undefined
      }
    >
      {referrals.length === 0 ? (
        <Text muted>None yet.</Text>
      ) : (
        <ul className={styles.plain}>
          {referrals.map(
            ({ id, agency, madeOn, why, parents, answer, answeredOn, allocatedTo, state, madeAgain }) => (
              <li key={id}>
                <div className={styles.line}>
                  <strong className={styles.words}>{agency}</strong>
                  <ReferralTag state={state} madeAgain={madeAgain} />
                </div>
                <span className={styles.under}>
                  Made <DateText date={madeOn} form="short" />. {PARENT_WORDS[parents]}.
                </span>
                {drawn ? null : <p className={styles.prose}>{why}</p>}
                {answeredOn && !drawn ? (
                  <span className={styles.under}>
                    <DateText date={answeredOn} form="short" />: {answer}
                    {allocatedTo ? ` (${allocatedTo})` : null}
                  </span>
                ) : null}
              </li>
            ),
          )}
        </ul>
      )}
    </Panel>
  );
}
