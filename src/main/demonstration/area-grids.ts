import { referenceTermOf } from '#shared/domain/calendar/school-year.ts';
import { termSpan } from '#shared/domain/calendar/term-span.ts';
import { DEFAULT_CRITERIA } from '#shared/domain/support/default-criteria.ts';
import { DEFAULT_PROCEDURE } from '#shared/domain/support/default-procedure.ts';
import type { GridCriteria } from '#shared/domain/support/types.ts';
import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import { sayDone } from '#shared/text/grid-words.ts';
import { sayReason } from '#shared/text/support-words.ts';
import type { GridDocument, GridRow } from '../exchange/grid-document.ts';
import { createRandom, type Random } from './random.ts';
import type { AreaExclusion, AreaPupil, DemonstrationArea, SchoolRecords } from './types.ts';

/** Read differently by schools: that is what the comparison is there to show. */
const OWN: readonly GridCriteria[] = [
  { ...DEFAULT_CRITERIA, procedure: DEFAULT_PROCEDURE },
  {
    categories: [
      { letter: 'A', name: 'Behaviour', keyWorkerRole: 'Head of Year' },
      { letter: 'B', name: 'Attendance', keyWorkerRole: 'Education Welfare Officer' },
    ],
    criteria: [
      { id: 'excluded', category: 'A', rule: { kind: 'excluded-times', times: 2 } },
      { id: 'attendance', category: 'B', rule: { kind: 'attendance-below', percent: 85 } },
    ],
    procedure: { ...DEFAULT_PROCEDURE, periodWeeks: 12, signOff: 'six-weeks' },
  },
  {
    categories: [{ letter: 'E', name: 'Risk of exclusion', keyWorkerRole: 'Learning Mentor' }],
    criteria: [
      { id: 'excluded', category: 'E', rule: { kind: 'excluded-times', times: 1 } },
      { id: 'looked-after', category: 'E', rule: { kind: 'looked-after' } },
      { id: 'agency', category: 'E', rule: { kind: 'by-hand', name: 'Known to an agency' } },
    ],
    procedure: { ...DEFAULT_PROCEDURE, levels: 'high-medium-low', signOff: 'criteria' },
  },
];

const WORKERS = ['Mrs D. Firth', 'Mr K. Amos', 'Ms R. Lyle', 'Mr T. Bray'];

/** Schools in a hundred whose grid has come. */
const SENT = 80;

/**
 * The grids of the last term that is over, of most schools of the area but the home school, whose own is there to be
 * exported: pupils excluded in that term, by criteria of each school's own.
 */
export function areaGrids({
  seed,
  today,
  schools,
  otherSchools,
}: DemonstrationArea): readonly GridDocument[] {
  const now = referenceTermOf(today);
  const before = referenceTermOf(addDays(termSpan(now.schoolYear, now.name).from, -1));
  const random = createRandom(seed).fork('grids');
  const phaseOf = new Map(schools.map(({ laEstab, phase }) => [laEstab, phase]));
  const span = termSpan(before.schoolYear, before.name);
  return otherSchools.flatMap((records) => {
    const own = random.fork(records.school.laEstab);
    if (own.int(1, 100) > SENT || phaseOf.get(records.school.laEstab) === 'pru') return [];
    return [gridOfSchool(records, { ...before, ...span }, own)];
  });
}

interface Term {
  readonly schoolYear: number;
  readonly name: GridDocument['term'];
  readonly from: IsoDate;
  readonly to: IsoDate;
}

function gridOfSchool(
  { school, pupils, exclusions }: SchoolRecords,
  term: Term,
  random: Random,
): GridDocument {
  const criteria = random.pick(OWN);
  const times = criteria.criteria.flatMap(({ rule }) =>
    rule.kind === 'excluded-times' ? [rule.times] : [],
  )[0];
  const inTerm = new Map<number, AreaExclusion[]>();
  for (const exclusion of exclusions) {
    const { date } = exclusion.start;
    if (date < term.from || date > term.to || exclusion.state === 'draft' || exclusion.course?.cancelledFrom)
      continue;
    inTerm.set(exclusion.pupil, [...(inTerm.get(exclusion.pupil) ?? []), exclusion]);
  }
  const rows = [...inTerm].flatMap(([at, of]) => {
    const pupil = pupils[at];
    return pupil === undefined || of.length < (times ?? 1)
      ? []
      : [rowOf(pupil, of, { criteria, term, random })];
  });
  return {
    laEstab: school.laEstab,
    schoolName: school.name,
    schoolYear: term.schoolYear,
    term: term.name,
    madeAt: `${term.to}T09:${String(random.int(10, 59))}:00`,
    pupilsOnRoll: school.headcounts.find(({ schoolYear }) => schoolYear === term.schoolYear)?.pupils ?? 0,
    criteria,
    rows: rows.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

function rowOf(
  pupil: AreaPupil,
  exclusions: readonly AreaExclusion[],
  {
    criteria,
    term,
    random,
  }: { readonly criteria: GridCriteria; readonly term: Term; readonly random: Random },
): GridRow {
  const days = exclusions.map(({ start }) => start.date).toSorted();
  const since = days[0] ?? term.from;
  const [first, second] = criteria.categories;
  const low = random.chance(0.2) ? second : undefined;
  const worker = random.chance(0.82);
  // The last days of a span are holidays.
  const meetings = worker ? weeksAfter(since, addDays(term.to, -14)).filter(() => random.chance(0.8)) : [];
  const done = sayDone({ meetings, plans: [], referrals: [], panels: [], stays: [] });
  const reviewOn = addDays(since, criteria.procedure.periodWeeks * 7);
  const off = reviewOn <= term.to && random.chance(0.5);
  return {
    upn: pupil.upn,
    name: `${pupil.forename} ${pupil.surname}`,
    ncYear: pupil.ncYear,
    categories: [...new Set([first, low].flatMap((one) => (one === undefined ? [] : [one.letter])))],
    ...(criteria.procedure.levels === 'none'
      ? {}
      : {
          level:
            days.length > 2 ? ('high' as const) : days.length > 1 ? ('medium' as const) : ('low' as const),
        }),
    why: [
      sayReason({ kind: 'excluded-times', excludedOn: days }),
      ...(low === undefined
        ? []
        : [sayReason({ kind: 'attendance-below', below: 85, percent: random.int(64, 82), on: since })]),
      ...(pupil.inCare ? [sayReason({ kind: 'looked-after' })] : []),
    ],
    since,
    ...(worker ? { keyWorker: { name: random.pick(WORKERS), role: first?.keyWorkerRole ?? '' } } : {}),
    ...(done === '' ? {} : { done }),
    ...(off ? { signedOff: { on: reviewOn, why: 'No further incident in the period' } } : { reviewOn }),
  };
}

/** The days a week apart after a first one, up to a last one. */
function weeksAfter(after: IsoDate, until: IsoDate): readonly IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = addDays(after, 7); day <= until; day = addDays(day, 7)) days.push(day);
  return days;
}
