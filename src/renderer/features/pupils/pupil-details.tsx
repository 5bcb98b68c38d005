import { formatBirthDate } from '#shared/domain/calendar/format-date.ts';
import { enrolWords, senWords, sexWords } from '#shared/text/pupil-words.ts';
import { DefinitionList } from '../../ui/data/definition-list.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { PersonName } from '../../ui/words/person-name.tsx';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';
import { useToday } from '../../ui/words/today.tsx';
import { ageOn } from './birth-date.ts';
import { ethnicityWords } from '#shared/text/ethnicity-words.ts';
import type { PupilFound } from './pupil-found.ts';

/** The rest of what the roll says; parts that nobody has given are left out. */
export function PupilDetails({ pupil }: { readonly pupil: PupilFound['pupil'] }) {
  const today = useToday();
  const date = (value: string | undefined) => (value === undefined ? undefined : <DateText date={value} />);
  const name = (value: string | undefined) => (value === undefined ? undefined : <PersonName name={value} />);
  const items = [
    {
      term: 'Date of birth',
      detail: `${formatBirthDate(pupil.dob)}, age ${String(ageOn(pupil.dob, today))}`,
    },
    { term: 'Sex', detail: sexWords(pupil.sex) },
    { term: 'Middle names', detail: name(pupil.middleNames) },
    { term: 'Preferred surname', detail: name(pupil.preferredSurname) },
    { term: 'Former UPN', detail: pupil.formerUpn },
    { term: 'Enrolment', detail: pupil.enrolStatus && enrolWords(pupil.enrolStatus) },
    { term: 'Entry date', detail: date(pupil.entryDate) },
    { term: 'Leaving date', detail: date(pupil.leavingDate) },
    { term: 'SEN provision', detail: pupil.senProvision && senWords(pupil.senProvision) },
    { term: 'In care', detail: pupil.inCare ? `Yes${authorityWords(pupil.careAuthority)}` : 'No' },
    { term: 'Ethnicity', detail: pupil.ethnicity && ethnicityWords(pupil.ethnicity) },
    {
      term: 'Free school meals',
      detail: pupil.fsm === undefined ? undefined : pupil.fsm ? 'Eligible' : 'No',
    },
  ];
  return (
    <Panel
      title="Details"
      context={<ScreenOnly>As in your pupil system. Import a newer file to change them.</ScreenOnly>}
    >
      <DefinitionList items={items.filter(({ detail }) => detail !== undefined)} />
    </Panel>
  );
}

const authorityWords = (code: string | undefined): string =>
  code === undefined ? '' : `, authority ${code}`;
