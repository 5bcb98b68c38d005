import type { ReturnDocument } from '#main/exchange/return-document.ts';
import { sentReturn } from './return-authority.ts';
import { testUpn } from './pupil-upn.ts';

/** Censuses that cover the school years 2022/23 to 2024/25 once, and the spring term of 2025 twice. */
export const CENSUSES = [
  { term: 'SUM', year: 2023, referenceDate: '2023-05-18', from: '2022-08-01', to: '2023-04-09' },
  { term: 'SPR', year: 2024, referenceDate: '2024-01-18', from: '2023-04-10', to: '2023-12-31' },
  { term: 'AUT', year: 2024, referenceDate: '2024-10-03', from: '2024-01-01', to: '2024-07-31' },
  { term: 'SUM', year: 2025, referenceDate: '2025-05-15', from: '2024-08-01', to: '2025-04-20' },
  { term: 'AUT', year: 2025, referenceDate: '2025-10-02', from: '2025-01-01', to: '2025-07-31' },
] as const;

/** What a school did not send, and the school years that are blank for it. */
export const GAPS = [
  { missing: [], blank: [] },
  { missing: ['SUM2023'], blank: [2022] },
  { missing: ['AUT2024'], blank: [2023] },
  { missing: ['SPR2024'], blank: [2022, 2023] },
  { missing: ['SUM2025', 'AUT2025'], blank: [2024] },
  { missing: ['AUT2025'], blank: [2024] },
  { missing: CENSUSES.map(({ term, year }) => `${term}${year}`), blank: [2022, 2023, 2024] },
] as const;

export interface InventedExclusion {
  /** Which of the school's pupils. */
  readonly pupil: number;
  readonly schoolYear: number;
  readonly category: 'SUSP' | 'PERM' | 'LNCH';
  readonly reason: string;
  readonly startDate: string;
  readonly sessions?: number;
}

export interface InventedSchool {
  readonly laEstab: string;
  readonly phase: 'secondary' | 'primary';
  readonly gap: (typeof GAPS)[number];
  readonly exclusions: readonly InventedExclusion[];
}

const SCHOOL_DAYS = ['-09-20', '-11-14', '-02-07', '-05-16', '-07-04'];
const REASONS = ['DB', 'PP', 'VA'];

/** Secondary and primary schools of authority 201 with three school years of exclusions; every eighth has a gap. */
export function inventArea(
  numbers: { readonly secondary: number; readonly primary: number },
  seed = 20,
): readonly InventedSchool[] {
  let state = seed;
  const below = (limit: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
  const school = (phase: InventedSchool['phase'], at: number): InventedSchool => {
    let pupils = 0;
    const exclusions = [2022, 2023, 2024].flatMap((schoolYear) => {
      const year: InventedExclusion[] = [];
      for (let left = below(phase === 'secondary' ? 30 : 5); left > 0; left -= 1) {
        const day = SCHOOL_DAYS[below(SCHOOL_DAYS.length)] ?? '-09-20';
        const kind = below(40);
        const category = kind === 0 ? 'PERM' : kind < 3 ? 'LNCH' : 'SUSP';
        const startDate = `${day < '-08' ? schoolYear + 1 : schoolYear}${day}`;
        // About every third is of a pupil who was excluded before in the year, on another day.
        const before = year[below(3 * Math.max(1, year.length))];
        const again =
          before && !year.some((one) => one.pupil === before.pupil && one.startDate === startDate);
        year.push({
          pupil: again && category !== 'PERM' ? before.pupil : (pupils += 1),
          schoolYear,
          category,
          reason: REASONS[below(REASONS.length)] ?? 'DB',
          startDate,
          ...(category === 'PERM' ? {} : { sessions: 1 + below(category === 'LNCH' ? 2 : 20) }),
        });
      }
      return year;
    });
    return {
      laEstab: `201${(phase === 'secondary' ? 4001 : 2001) + at}`,
      phase,
      gap: GAPS[below(8) === 0 ? 1 + below(GAPS.length - 1) : 0] ?? GAPS[0],
      exclusions,
    };
  };
  return (['secondary', 'primary'] as const).flatMap((phase) =>
    Array.from({ length: numbers[phase] }, (_, at) => school(phase, at)),
  );
}

/** A third of the pupils are girls, a fifth have a plan. */
export const sexOf = (pupil: number): 'F' | 'M' => (pupil % 3 === 0 ? 'F' : 'M');

export const senOf = (pupil: number): 'N' | 'E' => (pupil % 5 === 0 ? 'E' : 'N');

/** The returns a school sent, by file name: XML and CSV by turns, nil where there was nothing in the window. */
export function sentBy(school: InventedSchool): readonly (readonly [string, ReturnDocument])[] {
  const missing: readonly string[] = school.gap.missing;
  return CENSUSES.filter(({ term, year }) => !missing.includes(`${term}${year}`)).map(
    ({ term, year, referenceDate, from, to }, at) => {
      const own = school.exclusions.filter(({ startDate }) => startDate >= from && startDate <= to);
      const document = sentReturn([], {
        estab: school.laEstab.slice(3),
        referenceDate,
        period: { kind: 'census', term, year, from, to },
        createdAt: `${referenceDate}T10:00:00`,
        nil: own.length === 0,
        pupils: [...new Set(own.map(({ pupil }) => pupil))].map((pupil) => ({
          upn: testUpn(pupil),
          surname: `Surname${pupil}`,
          forename: 'Alex',
          sex: sexOf(pupil),
          dob: '2011-10-09',
          onRoll: true,
          exclusions: own
            .filter((one) => one.pupil === pupil)
            .map(({ category, reason, startDate, sessions }) => ({
              category,
              reasons: [reason],
              startDate,
              inCare: false,
              senProvision: senOf(pupil),
              ...(sessions === undefined ? {} : { sessions }),
            })),
        })),
      });
      return [`${school.laEstab}-${term}${year}.${at % 2 === 0 ? 'csv' : 'xml'}`, document];
    },
  );
}
