import type { OperationOutput } from '#shared/contract/contract.ts';
import type { Column } from '../../ui/data/data-table.tsx';
import { TextLink } from '../../ui/layout/links.tsx';
import { ReviewTag } from '../../ui/support/review-tag.tsx';
import styles from '../../ui/support/support.module.css';
import { useCurtain } from '../../ui/words/curtain.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { PersonName } from '../../ui/words/person-name.tsx';

type Row = OperationOutput<'plans.list'>['plans'][number];

const ABOUT: readonly Column<Row>[] = [
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
  {
    key: 'from',
    header: 'From',
    value: ({ from }) => from,
    render: ({ from }) => <DateText date={from} form="short" />,
    nowrap: true,
  },
  {
    key: 'targets',
    header: 'Targets met',
    value: ({ met, targets }) => met / Math.max(1, targets),
    render: ({ met, targets }) => `${String(met)} of ${String(targets)}`,
    nowrap: true,
  },
  {
    key: 'notMet',
    header: 'Not met at two reviews',
    width: '28%',
    value: ({ notMetTwice }) => notMetTwice.length,
    render: ({ notMetTwice }) => <NotMet targets={notMetTwice} />,
  },
];

function NotMet({ targets }: { readonly targets: readonly string[] }) {
  const { drawn } = useCurtain();
  return drawn && targets.length > 0 ? '…' : targets.map((target) => <div key={target}>{target}</div>);
}

/** The columns of open plans or of closed ones. */
export const planColumns = (state: 'open' | 'closed'): readonly Column<Row>[] =>
  state === 'open'
    ? [
        ...ABOUT,
        {
          key: 'keyWorker',
          header: 'Key worker',
          value: ({ keyWorker }) => keyWorker ?? null,
          render: ({ keyWorker }) => keyWorker ?? <span className={styles.quiet}>Nobody yet</span>,
        },
        {
          key: 'review',
          header: 'Review',
          value: ({ reviewOn }) => reviewOn,
          render: (row) => <ReviewTag {...row} />,
        },
      ]
    : [
        ...ABOUT.slice(0, 3),
        {
          key: 'closed',
          header: 'Closed',
          value: ({ closed }) => closed?.on ?? null,
          render: ({ closed }) => (closed ? <DateText date={closed.on} form="short" /> : null),
          nowrap: true,
        },
        { key: 'why', header: 'Because', width: '34%', render: ({ closed }) => closed?.why },
      ];
