import { addDays, type IsoDate } from '../../kernel/plain-date.ts';
import { formatDate } from '../calendar/format-date.ts';
import { sessionKey } from '../calendar/session-key.ts';
import type { EducationStart } from '../exclusions/types.ts';
import type { CaseCourse } from './course-of.ts';
import { matchesWhen } from './matches-when.ts';
import type { EducationNoticeRule } from './rules/types.ts';
import type { Duty, DutyCase } from './types.ts';

/**
 * The last day on which the education may still be said where it was not known on the first: so many hours before it
 * starts. On the first day itself where the day of the law falls that early in a joined exclusion.
 */
function latestNotice(dutyCase: DutyCase, rule: EducationNoticeRule, starts: IsoDate): IsoDate | undefined {
  if (rule.latestHoursBefore === undefined) return undefined;
  const { exclusion, education, index } = dutyCase;
  const first = exclusion.start.date;
  const days = index.schoolDaysBetween(first, starts).length;
  const tooSoon = education.run.length > 1 && days <= (rule.noLaterWhenReachedByDay ?? 0);
  const latest = addDays(starts, -Math.ceil(rule.latestHoursBefore / 24));
  return tooSoon || latest < first ? first : latest;
}

/** Until when the notice may wait where the education was not known on the first day. */
function laterReading(dutyCase: DutyCase, rule: EducationNoticeRule, starts: IsoDate): string | undefined {
  const latest = latestNotice(dutyCase, rule, starts);
  if (latest === undefined || rule.latestHoursBefore === undefined) return undefined;
  const { exclusion, education } = dutyCase;
  const hours = String(rule.latestHoursBefore);
  const agreed =
    education.law === undefined || starts < education.law.date
      ? ` The parents can agree to less than ${hours} hours, because it starts before the day of the law.`
      : '';
  return latest === exclusion.start.date
    ? `There is no later time: it starts too soon.${agreed}`
    : `If it is not known by then: at the latest ${hours} hours before it starts, by ${formatDate(latest)}.${agreed}`;
}

function noticeDuty(dutyCase: DutyCase, starts: IsoDate, basis: Duty['basis']): Duty | undefined {
  const rule = dutyCase.ruleSet.education.notice;
  if (rule === undefined) return undefined;
  const { exclusion } = dutyCase;
  const said = [rule.reading, laterReading(dutyCase, rule, starts)].filter((text) => text !== undefined);
  const reading = said.join(' ');
  return {
    key: 'education-notice',
    party: 'parents',
    owedBy: 'school',
    basis,
    withoutDelay: false,
    dueBy: exclusion.start.date,
    dueSlot: exclusion.start.slot === 'am' ? rule.startedAm : rule.startedPm,
    working: [],
    source: rule.source,
    certainty: rule.certainty,
    ...(reading === '' ? {} : { reading }),
  };
}

const startDuty = (
  key: string,
  start: EducationStart | undefined,
  rest: Pick<Duty, 'owedBy' | 'basis' | 'source' | 'certainty' | 'working'>,
): Duty => ({
  key,
  party: 'pupil',
  withoutDelay: false,
  ...(start === undefined ? {} : { dueBy: start.date }),
  ...rest,
});

/**
 * Education by law and by the area's promise, and its notice. A promise is only shown where it comes before the law's
 * day, and never as law. Not owed: for lunchtimes; once the exclusion stopped before its day; by law to a Year 11
 * pupil whose examinations are over, where the rule set says so.
 */
export function educationDuties(dutyCase: DutyCase, { stop, takenBack }: CaseCourse): readonly Duty[] {
  const { education, exclusion, examsOver, ruleSet } = dutyCase;
  if (exclusion.kind === 'lunchtime' || takenBack) return [];
  const stillOut = (start: EducationStart): boolean =>
    stop === undefined || sessionKey({ date: start.date, slot: 'am' }) < sessionKey(stop.at);
  const excused = examsOver && ruleSet.education.examsOver.value;
  const law = education.law !== undefined && !excused && stillOut(education.law) ? education.law : undefined;
  // An open end over term dates that are not entered: owed, on a day that nobody can name yet.
  const unknown = education.law === undefined && education.incomplete && !excused && stop === undefined;
  const promise =
    education.promise !== undefined &&
    stillOut(education.promise) &&
    (law === undefined || education.promise.date < law.date)
      ? education.promise
      : undefined;

  const duties: (Duty | undefined)[] = [];
  const owner = ruleSet.education.owners.find(({ when }) => matchesWhen(when, dutyCase));
  if (owner !== undefined && (law !== undefined || unknown)) {
    const { source, certainty } = ruleSet.educationFromDay;
    duties.push(
      startDuty('education-start', law, {
        owedBy: owner.owedBy,
        basis: 'law',
        source: `${source}; who: ${owner.source}`,
        certainty: certainty === 'read' ? owner.certainty : certainty,
        working: law === undefined ? [] : education.working,
      }),
    );
  }
  if (promise !== undefined) {
    duties.push(
      startDuty('education-promise', promise, {
        owedBy: 'school',
        basis: 'promise',
        source: 'The promise of the area, as entered in the settings',
        certainty: 'read',
        working: [],
      }),
    );
  }
  const first = law ?? promise;
  if (first !== undefined) {
    const starts = promise === undefined ? first.date : promise.date;
    duties.unshift(noticeDuty(dutyCase, starts, law === undefined ? 'promise' : 'law'));
  }
  return duties.filter((duty) => duty !== undefined);
}
