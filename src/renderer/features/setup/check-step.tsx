import { formatDate, formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import type { SessionTime } from '#shared/domain/calendar/check-session-times.ts';
import type { SchoolYear } from '#shared/domain/calendar/types.ts';
import { headTitle } from '#shared/text/head-words.ts';
import { daysOf, promiseLines, type Promised } from '../../ui/calendar/promised.ts';
import { YearCount } from '../../ui/calendar/year-count.tsx';
import { calendarOf, termTitles, type YearDraft } from '../../ui/calendar/year-draft.ts';
import { DefinitionList } from '../../ui/data/definition-list.tsx';
import { Button } from '../../ui/form/button.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { formatTime, plural } from '../../ui/words/format.ts';
import type { PersonDraft } from './person-draft.ts';
import { formatNumber, phaseNames, plainNumber, type SchoolDraft } from './school-draft.ts';
import { StepHeading, type Step } from './steps.tsx';

interface Props {
  readonly school: SchoolDraft;
  readonly person: PersonDraft;
  readonly schoolYear: SchoolYear;
  readonly draft: YearDraft;
  readonly times: readonly SessionTime[];
  readonly promised: Promised;
  readonly onStep: (step: Step) => void;
}

/** Everything that will be set up, in words, before it is. */
export function CheckStep({ school, person, schoolYear, draft, times, promised, onStep }: Props) {
  const calendar = calendarOf(draft, schoolYear);
  const change = (step: Step, what: string) => (
    <Button size="small" variant="quiet" onClick={() => onStep(step)}>
      Change {what}
    </Button>
  );
  return (
    <Stack gap={4}>
      <StepHeading>Check and finish</StepHeading>
      <Panel title="Your school" actions={change('school', 'the school')}>
        <DefinitionList
          items={[
            { term: 'Name', detail: school.name.trim() },
            { term: 'DfE number', detail: formatNumber(plainNumber(school.laEstab)) },
            ...(school.urn.trim() === '' ? [] : [{ term: 'URN', detail: school.urn.trim() }]),
            { term: 'Kind of school', detail: phaseNames[school.phase] },
            { term: headTitle(school.phase), detail: school.headName.trim() },
          ]}
        />
      </Panel>
      <Panel title={`Terms of ${formatSchoolYear(schoolYear)}`} actions={change('calendar', 'the dates')}>
        <DefinitionList
          items={[
            ...calendar.terms.map(({ name, from, to }) => ({
              term: termTitles[name],
              detail: `${formatDate(from)} to ${formatDate(to)}`,
            })),
            { term: 'Closed days', detail: plural(calendar.closures.length, 'entry', 'entries') },
            { term: 'In all', detail: <YearCount calendar={calendar} schoolYear={schoolYear} /> },
          ]}
        />
      </Panel>
      <Panel title="You" actions={change('person', 'yourself')}>
        <DefinitionList
          items={[
            { term: 'Name', detail: person.name.trim() },
            {
              term: 'You work as',
              detail: person.decides ? 'Head teacher or deputy, and administrator' : 'Administrator',
            },
          ]}
        />
      </Panel>
      <Panel title="The school day" actions={change('day', 'the day')}>
        <DefinitionList
          items={[
            ...times.map(({ slot, starts, ends }) => ({
              term: slot === 'am' ? 'Morning (am)' : 'Afternoon (pm)',
              detail: `${formatTime(starts)} to ${formatTime(ends)}`,
            })),
            {
              term: 'Education',
              detail: promiseLines(daysOf(promised)).map((line) => <div key={line}>{line}</div>),
            },
          ]}
        />
      </Panel>
    </Stack>
  );
}
