import type { Column } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { TextLink } from '../../ui/layout/links.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { PersonName } from '../../ui/words/person-name.tsx';
import { PromptTags } from './prompt-tags.tsx';
import styles from './support.module.css';
import type { Row } from './types.ts';

const ABOUT: readonly Column<Row>[] = [
  {
    key: 'pupil',
    header: 'Pupil',
    render: ({ id, name, form }) => (
      <>
        <TextLink to="/support/entries/$entryId" params={{ entryId: id }}>
          <PersonName name={name} />
        </TextLink>
        {form ? <span className={styles.quiet}> {form}</span> : null}
      </>
    ),
  },
  {
    key: 'categories',
    header: 'Category',
    value: ({ categories }) => categories.join(', '),
    nowrap: true,
  },
  {
    key: 'why',
    header: 'Why',
    width: '27%',
    render: ({ why }) => why.map((line) => <div key={line}>{line}</div>),
  },
  {
    key: 'since',
    header: 'Since',
    value: ({ since }) => since,
    render: ({ since }) => <DateText date={since} form="short" />,
    nowrap: true,
  },
  {
    key: 'keyWorker',
    header: 'Key worker',
    width: '18%',
    value: ({ keyWorker }) => keyWorker?.name ?? null,
    render: ({ keyWorker, suggestedRole, signedOff }) =>
      keyWorker ? (
        <>
          {keyWorker.name}
          <div className={styles.quiet}>{keyWorker.role}</div>
        </>
      ) : signedOff ? (
        'Nobody'
      ) : (
        <>
          <StatusTag tone="due">Nobody yet</StatusTag>
          {suggestedRole ? <div className={styles.quiet}>Suggested: {suggestedRole}</div> : null}
        </>
      ),
  },
];

/** Columns of those who are on the register. */
export const OPEN_COLUMNS: readonly Column<Row>[] = [
  ...ABOUT,
  {
    key: 'review',
    header: 'Review',
    value: ({ reviewOn }) => reviewOn,
    render: ({ reviewOn }) => <DateText date={reviewOn} form="short" />,
    nowrap: true,
  },
  {
    key: 'due',
    header: 'To see to',
    width: '17%',
    value: ({ prompts }) => -prompts.length,
    render: ({ prompts }) => <PromptTags prompts={prompts} />,
  },
];

/** Columns of those who were signed off. */
export const SIGNED_OFF_COLUMNS: readonly Column<Row>[] = [
  ...ABOUT,
  {
    key: 'signedOff',
    header: 'Signed off',
    value: ({ signedOff }) => signedOff?.on ?? null,
    render: ({ signedOff }) => (signedOff ? <DateText date={signedOff.on} form="short" /> : null),
    nowrap: true,
  },
  { key: 'reason', header: 'Because', width: '19%', render: ({ signedOff }) => signedOff?.reason },
];
