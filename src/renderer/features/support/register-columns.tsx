import { levelsOf } from '#shared/domain/support/risk-levels.ts';
import { RISK_LEVEL_WORDS, sayTimes } from '#shared/text/support-words.ts';
import type { Column } from '../../ui/data/data-table.tsx';
import { TextLink } from '../../ui/layout/links.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { PersonName } from '../../ui/words/person-name.tsx';
import { PrivateWords } from '../../ui/words/private-words.tsx';
import { PromptTags } from './prompt-tags.tsx';
import styles from './support.module.css';
import type { Row } from './types.ts';

const LEVEL_ORDER = [...levelsOf('high-medium-low'), ...levelsOf('tiers')];

/** Where pupils are sorted by levels; the highest first. */
const LEVEL: Column<Row> = {
  key: 'level',
  header: 'Level',
  value: ({ level }) => (level === undefined ? null : LEVEL_ORDER.indexOf(level)),
  render: ({ level }) => (level === undefined ? '' : RISK_LEVEL_WORDS[level]),
  nowrap: true,
};

const ABOUT: readonly Column<Row>[] = [
  {
    key: 'pupil',
    header: 'Pupil',
    render: ({ id, name, form, times }) => (
      <>
        <TextLink to="/support/entries/$entryId" params={{ entryId: id }}>
          <PersonName name={name} />
        </TextLink>
        {form ? <span className={styles.quiet}> {form}</span> : null}
        {times > 1 ? <div className={styles.quiet}>On the register {sayTimes(times)}</div> : null}
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
    render: ({ since }) => <DateText date={since} form="bare" />,
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
          Nobody yet
          {suggestedRole ? <div className={styles.quiet}>Suggested: {suggestedRole}</div> : null}
        </>
      ),
  },
];

/** Columns of those who are on the register. */
const OPEN_COLUMNS: readonly Column<Row>[] = [
  ...ABOUT,
  {
    key: 'review',
    header: 'Review',
    value: ({ reviewOn }) => reviewOn,
    render: ({ reviewOn }) => <DateText date={reviewOn} form="bare" />,
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
const SIGNED_OFF_COLUMNS: readonly Column<Row>[] = [
  // The reason takes the room that names would have.
  ...ABOUT.map((column) => ({ ...column, width: { pupil: '14%', why: '22%' }[column.key] ?? column.width })),
  {
    key: 'signedOff',
    header: 'Signed off',
    value: ({ signedOff }) => signedOff?.on ?? null,
    render: ({ signedOff }) => (signedOff ? <DateText date={signedOff.on} form="bare" /> : null),
    nowrap: true,
  },
  {
    key: 'reason',
    header: 'Because',
    width: '19%',
    render: ({ signedOff }) => (signedOff ? <PrivateWords text={signedOff.reason} /> : null),
  },
];

/** The columns of the register, with the level where pupils are sorted by levels. */
export function registerColumns(state: 'open' | 'signed-off', levels: boolean): readonly Column<Row>[] {
  const columns = state === 'open' ? OPEN_COLUMNS : SIGNED_OFF_COLUMNS;
  if (!levels) return columns;
  const [pupil, categories, ...rest] = columns;
  return pupil && categories ? [pupil, categories, LEVEL, ...rest] : columns;
}
