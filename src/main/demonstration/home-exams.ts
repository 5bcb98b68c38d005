import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import type { SchoolYear, Slot } from '#shared/domain/calendar/types.ts';
import type { ExaminationKind } from '#shared/domain/duties/types.ts';
import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';

/** A sitting of a year group. */
export interface AreaExam {
  readonly ncYear: string;
  readonly kind: ExaminationKind;
  readonly name: string;
  readonly date: IsoDate;
  readonly slot: Slot;
}

const GCSES: readonly string[] = [
  'Biology, paper 1',
  'English Literature, paper 1',
  'Mathematics, paper 1',
  'Chemistry, paper 1',
  'Geography, paper 1',
  'History, paper 1',
  'English Language, paper 1',
  'Physics, paper 1',
  'French, listening and reading',
  'Mathematics, paper 2',
  'English Language, paper 2',
  'Biology, paper 2',
  'Mathematics, paper 3',
  'Chemistry, paper 2',
  'Physics, paper 2',
];

const TESTS: readonly string[] = ['Grammar and spelling', 'Reading', 'Mathematics 1 and 2', 'Mathematics 3'];

/** Year 11 sits from early May over every other school day, Year 6 (for schools that have one) in one week of May. */
export function homeExams(index: CalendarIndex, schoolYears: readonly SchoolYear[]): readonly AreaExam[] {
  return schoolYears.flatMap((year) => {
    const summer = String(year + 1);
    const days = index.schoolDaysBetween(`${summer}-05-08`, `${summer}-06-25`);
    const gcses = GCSES.flatMap((subject, at): AreaExam[] => {
      const date = days[at * 2];
      const slot: Slot = at % 2 === 0 ? 'am' : 'pm';
      return date === undefined
        ? []
        : [{ ncYear: '11', kind: 'public-examination', name: `GCSE ${subject}`, date, slot }];
    });
    const [monday] = index.schoolDaysBetween(`${summer}-05-10`, `${summer}-05-16`);
    const tests = TESTS.flatMap((subject, at): AreaExam[] => {
      if (monday === undefined) return [];
      const name = `Key stage 2 ${subject}`;
      return [{ ncYear: '6', kind: 'national-curriculum-test', name, date: addDays(monday, at), slot: 'am' }];
    });
    return [...tests, ...gcses];
  });
}
