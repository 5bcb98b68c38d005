import type { Column } from '../../ui/data/data-table.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { PersonName } from '../../ui/words/person-name.tsx';
import { MetList } from './met-list.tsx';
import type { ListedPupil } from './types.ts';
import styles from './conference.module.css';

const lastOf = ({ exclusions }: ListedPupil): string => exclusions.at(-1)?.startDate ?? '';

/** "at least 12": where a length was not said. */
const least = ({ figures }: ListedPupil, days: number): string =>
  `${figures.withoutLength > 0 ? 'at least ' : ''}${String(days)}`;

/** The list as it is read: who, where, why and by how much. */
export const listColumns = (limitDays: number): readonly Column<ListedPupil>[] => [
  {
    key: 'pupil',
    header: 'Pupil',
    width: '18%',
    value: ({ surname, forename }) => `${surname} ${forename}`,
    render: ({ surname, forename, ncYear, upn }) => (
      <>
        <PersonName name={`${forename} ${surname}`} />
        <span className={styles.small}>
          {ncYear === undefined ? 'Year group not said' : `Year ${ncYear}`}, {upn}
        </span>
      </>
    ),
  },
  {
    key: 'schools',
    header: 'Excluded at',
    width: '16%',
    value: ({ schools }) => schools[0] ?? '',
    render: ({ schools }) => schools.join('; '),
  },
  {
    key: 'met',
    header: 'Why',
    width: '30%',
    render: ({ met }) => <MetList met={met} limitDays={limitDays} />,
  },
  {
    key: 'term',
    header: 'Days, term',
    numeric: true,
    value: ({ figures }) => figures.daysTerm,
    render: (pupil) => least(pupil, pupil.figures.daysTerm),
  },
  {
    key: 'year',
    header: 'Days, year',
    numeric: true,
    value: ({ figures }) => figures.daysYear,
    render: (pupil) => least(pupil, pupil.figures.daysYear),
  },
  { key: 'times', header: 'Exclusions', numeric: true, value: ({ figures }) => figures.times },
  {
    key: 'last',
    header: 'Last began',
    nowrap: true,
    value: lastOf,
    render: (pupil) => <DateText date={lastOf(pupil)} />,
  },
];
