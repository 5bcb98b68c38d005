import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { referenceTermOf } from '#shared/domain/calendar/school-year.ts';
import { ruleSetOn } from '#shared/domain/duties/rule-sets.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { termWords } from '#shared/text/pupil-words.ts';
import { MeterBar } from '../../ui/data/meter-bar.tsx';
import { Disclosure } from '../../ui/layout/disclosure.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { formatDays } from '../../ui/words/format.ts';
import { useToday } from '../../ui/words/today.tsx';
import type { PupilFound } from './pupil-found.ts';

type Year = PupilFound['years'][number];

/** Length of a term's bar in days: past the last mark there is nothing more to see. */
const TERM_BAR = 20;

/** Days out by school year and term against the limits of that year's rules, newest year open. */
export function TotalsPanel({ years }: { readonly years: readonly Year[] }) {
  const [newest, ...older] = years;
  return (
    <Panel title="Days out" context="Issued exclusions, with days at earlier schools.">
      <Stack gap={3}>
        {newest ? <YearTotals year={newest} /> : null}
        {older.map((year) => (
          <Disclosure
            key={year.schoolYear}
            summary={`${formatSchoolYear(year.schoolYear)}: ${daysWords(year.halfDays)}`}
          >
            <YearTotals year={year} />
          </Disclosure>
        ))}
      </Stack>
    </Panel>
  );
}

function YearTotals({ year: { schoolYear, halfDays, earlierHalfDays, terms } }: { readonly year: Year }) {
  const today = useToday();
  const rules = ruleSetOn(`${String(schoolYear)}-09-01`);
  const limit = rules?.maxYearDays.value ?? 45;
  const termMarks = (rules?.governors ?? []).flatMap(({ overTermDays = 0 }) =>
    overTermDays > 0 ? [{ at: overTermDays }] : [],
  );
  return (
    <Stack gap={3}>
      <MeterBar
        label={`School year ${formatSchoolYear(schoolYear)}`}
        before={halfDays / 2}
        after={halfDays / 2}
        max={limit}
        marks={[{ at: limit }]}
      />
      {earlierHalfDays > 0 ? (
        <Text muted small>
          Of these, {daysWords(earlierHalfDays)} at earlier schools.
        </Text>
      ) : null}
      {begun(terms, schoolYear, today).map(({ term, halfDays: inTerm }) => (
        <div key={term}>
          <MeterBar
            label={termWords(term)}
            before={inTerm / 2}
            after={inTerm / 2}
            max={TERM_BAR}
            marks={termMarks}
          />
          <OverMark days={inTerm / 2} marks={termMarks.map(({ at }) => at)} />
        </div>
      ))}
      {halfDays >= limit * 2 ? (
        <Text strong small>
          The limit of {limit} days in a school year is reached.
        </Text>
      ) : null}
    </Stack>
  );
}

/** Terms with something in them and, this year, those up to now: an empty bar for next summer says nothing. */
function begun(terms: Year['terms'], schoolYear: number, today: IsoDate): Year['terms'] {
  const now = referenceTermOf(today);
  const current = now.schoolYear === schoolYear ? terms.findIndex(({ term }) => term === now.name) : -1;
  return terms.filter(({ halfDays }, place) => halfDays > 0 || place <= current);
}

function OverMark({ days, marks }: { readonly days: number; readonly marks: readonly number[] }) {
  const passed = marks.filter((mark) => days > mark).toSorted((a, b) => b - a)[0];
  if (passed === undefined) return null;
  return (
    <Text strong small>
      Over {passed} days in the term.
    </Text>
  );
}

const daysWords = (halfDays: number): string => `${formatDays(halfDays)} ${halfDays === 2 ? 'day' : 'days'}`;
