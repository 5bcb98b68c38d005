import type { Column } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { TextLink } from '../../ui/layout/links.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { PersonName } from '../../ui/words/person-name.tsx';
import { PromptTags } from './prompt-tags.tsx';
import styles from './support.module.css';
import type { Person, Row } from './types.ts';

const dueOf = ({ pupils }: Person, kind: Row['prompts'][number]['kind']): number =>
  pupils.filter(({ prompts }) => prompts.some((prompt) => prompt.kind === kind)).length;

/** Key workers with how much they have, and what of it is due. */
export const STAFF_COLUMNS: readonly Column<Person>[] = [
  {
    key: 'name',
    header: 'Key worker',
    value: ({ name }) => name,
    render: ({ name, organisation }) => (
      <>
        {name}
        {organisation ? <div className={styles.quiet}>{organisation}</div> : null}
      </>
    ),
  },
  { key: 'role', header: 'Role', value: ({ role }) => role },
  { key: 'pupils', header: 'Pupils', numeric: true, value: ({ pupils }) => pupils.length },
  {
    key: 'meetings',
    header: 'Meetings missed',
    numeric: true,
    value: (person) => dueOf(person, 'no-meeting'),
    render: (person) => {
      const missed = dueOf(person, 'no-meeting');
      return missed === 0 ? '0' : <StatusTag tone="overdue">{missed}</StatusTag>;
    },
  },
  {
    key: 'reviews',
    header: 'Reviews due',
    numeric: true,
    value: (person) => dueOf(person, 'review-due') + dueOf(person, 'sign-off-proposed'),
  },
];

/** Pupils of a case load. */
export const CASE_COLUMNS: readonly Column<Row>[] = [
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
  { key: 'categories', header: 'Category', value: ({ categories }) => categories.join(', '), nowrap: true },
  {
    key: 'since',
    header: 'Since',
    value: ({ since }) => since,
    render: ({ since }) => <DateText date={since} form="short" />,
    nowrap: true,
  },
  {
    key: 'met',
    header: 'Last met',
    value: ({ lastMeetingOn }) => lastMeetingOn ?? null,
    render: ({ lastMeetingOn }) =>
      lastMeetingOn ? <DateText date={lastMeetingOn} form="short" /> : 'Not yet',
    nowrap: true,
  },
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
    width: '30%',
    value: ({ prompts }) => -prompts.length,
    render: ({ prompts }) => <PromptTags prompts={prompts} />,
  },
];
