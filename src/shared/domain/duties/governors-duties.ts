import { addDays, type IsoDate } from '../../kernel/plain-date.ts';
import { formatDate } from '../calendar/format-date.ts';
import type { CaseCourse } from './course-of.ts';
import { onDay, schoolDaysAfter, type Due } from './count-due.ts';
import { covers } from '../calendar/covers.ts';
import { governorsRow } from './governors-row.ts';
import { governorsToldOn, governorsWindow } from './governors-window.ts';
import type { GovernorsRule } from './rules/types.ts';
import type { Duty, DutyCase } from './types.ts';

const joinReadings = (...readings: readonly (string | undefined)[]): { readonly reading?: string } => {
  const said = readings.filter((reading) => reading !== undefined);
  return said.length === 0 ? {} : { reading: said.join(' ') };
};

const of = (
  row: Pick<GovernorsRule, 'source' | 'certainty'>,
): Pick<Duty, 'owedBy' | 'basis' | 'source' | 'certainty'> => ({
  owedBy: 'governors',
  basis: 'law',
  source: row.source,
  certainty: row.certainty,
});

/** The last school day before the first missed examination that can still be met before, and what to say of it. */
function beforeExamination(dutyCase: DutyCase, byDay: Due): { readonly due: Due; readonly reading?: string } {
  const { index, examsMissed } = dutyCase;
  const told = governorsToldOn(dutyCase);
  const dates = examsMissed.map(({ date }) => date).toSorted();
  const inTime = dates.filter((date) => byDay.dueBy === undefined || date <= byDay.dueBy);
  for (const date of inTime) {
    const days = index.schoolDaysBetween(addDays(told, 1), addDays(date, -1));
    const due = schoolDaysAfter(index, told, days.length);
    if (days.length === 0 || due.dueBy === undefined) continue;
    const limit = byDay.dueBy === undefined ? '' : ` The law’s last day is ${formatDate(byDay.dueBy)}.`;
    return { due, reading: `The meeting should come before the examination on ${formatDate(date)}.${limit}` };
  }
  if (inTime.length === 0) return { due: byDay };
  return {
    due: byDay,
    reading: 'No school day is left before the examination: the chair may look at it alone, as an emergency.',
  };
}

/** What a dated exception allows where the meeting could not be held in time. */
function exceptionReading(dutyCase: DutyCase, row: GovernorsRule): string | undefined {
  const { ruleSet, exclusion, index } = dutyCase;
  for (const exception of ruleSet.exceptions) {
    const later = exception.meetingByDay.find(({ insteadOf }) => insteadOf === row.byDay);
    if (later === undefined || !covers(exception, exclusion.start.date)) continue;
    const { dueBy } = schoolDaysAfter(index, governorsToldOn(dutyCase), later.byDay);
    const day = dueBy === undefined ? '' : `, ${formatDate(dueBy)}`;
    return (
      `Where ${exception.name} keeps the governors from meeting in time: by the ${String(later.byDay)}th school day${day} ` +
      `(${exception.source}).`
    );
  }
  return undefined;
}

function meeting(dutyCase: DutyCase, row: GovernorsRule): Duty {
  const { byDay, floor } = governorsWindow(dutyCase, row);
  const { due, reading } =
    row.when === 'examination-missed'
      ? beforeExamination(dutyCase, byDay)
      : { due: byDay, reading: undefined };
  return {
    key: 'governors-meeting',
    party: 'governors',
    ...of(row),
    withoutDelay: false,
    ...due,
    ...(floor === undefined ? {} : { notBefore: floor }),
    ...joinReadings(row.reading, reading, exceptionReading(dutyCase, row)),
  };
}

function representations(row: GovernorsRule, askedOn: IsoDate | undefined): Duty {
  const asked = askedOn !== undefined;
  return {
    key: 'governors-representations',
    party: 'parents',
    ...of(row),
    withoutDelay: asked,
    ...(asked ? onDay(askedOn) : { working: [] }),
    ...joinReadings(
      row.reading,
      asked ? 'No time is set: shown on the day on which the parents made them.' : undefined,
    ),
  };
}

function papers(dutyCase: DutyCase, meetsOn: IsoDate): Duty {
  const { index, ruleSet } = dutyCase;
  const { value, source, certainty, reading } = ruleSet.papersDaysBefore;
  const told = governorsToldOn(dutyCase);
  const dueBy = index.schoolDaysBetween(told, addDays(meetsOn, -1)).at(-value);
  const due: Due =
    dueBy === undefined
      ? onDay(told)
      : {
          dueBy,
          working: index.workingFor(
            index.sessionsBetween({ date: dueBy, slot: 'am' }, { date: addDays(meetsOn, -1), slot: 'pm' }),
          ),
        };
  return {
    key: 'governors-papers',
    party: 'governors',
    owedBy: 'governors',
    basis: 'guidance',
    withoutDelay: dueBy === undefined,
    ...due,
    source,
    certainty,
    ...joinReadings(
      reading,
      dueBy === undefined
        ? `This meeting is less than ${String(value)} school days after the governors were told: send the papers at once.`
        : undefined,
    ),
  };
}

/** What the governors owe in a case: to consider representations or to meet, and the papers of a meeting that is set. */
export function governorsDuties(dutyCase: DutyCase, { events, takenBack }: CaseCourse): readonly Duty[] {
  const row = governorsRow(dutyCase);
  if (row === undefined || takenBack) return [];
  const asked = events.find(({ type }) => type === 'representations');
  const meets = row.must === 'meet' || (row.must === 'meet-if-asked' && asked !== undefined);
  const set = events.findLast(({ type }) => type === 'meeting-set');
  return [
    meets ? meeting(dutyCase, row) : representations(row, asked?.on),
    ...(set === undefined ? [] : [papers(dutyCase, set.on)]),
  ];
}
