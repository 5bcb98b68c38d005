import { PARENT_WORDS } from '#shared/text/support-plan-words.ts';
import type { Column } from '../../ui/data/data-table.tsx';
import { TextLink } from '../../ui/layout/links.tsx';
import { ReferralTag } from '../../ui/support/referral-tag.tsx';
import styles from '../../ui/support/support.module.css';
import { DateText } from '../../ui/words/date-text.tsx';
import { PersonName } from '../../ui/words/person-name.tsx';
import type { Referral } from './types.ts';

/** Columns of the list of referrals. */
export const REFERRAL_COLUMNS: readonly Column<Referral>[] = [
  {
    key: 'pupil',
    header: 'Pupil',
    value: ({ name }) => name,
    render: ({ pupilId, name, form }) => (
      <>
        <TextLink to="/support/plans/$pupilId" params={{ pupilId }}>
          <PersonName name={name} />
        </TextLink>
        {form ? <span className={styles.quiet}> {form}</span> : null}
      </>
    ),
  },
  { key: 'agency', header: 'To', width: '24%', value: ({ agency }) => agency },
  {
    key: 'made',
    header: 'Made',
    value: ({ madeOn }) => madeOn,
    render: ({ madeOn }) => <DateText date={madeOn} form="short" />,
    nowrap: true,
  },
  { key: 'parents', header: 'Parents', value: ({ parents }) => PARENT_WORDS[parents] },
  {
    key: 'state',
    header: 'How it stands',
    value: ({ state }) => state,
    render: (row) => <ReferralTag {...row} />,
  },
  {
    key: 'answered',
    header: 'Answered',
    value: ({ answeredOn }) => answeredOn ?? null,
    render: ({ answeredOn }) => (answeredOn ? <DateText date={answeredOn} form="short" /> : null),
    nowrap: true,
  },
  { key: 'allocated', header: 'Works with', value: ({ allocatedTo }) => allocatedTo ?? null },
];
