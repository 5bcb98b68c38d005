import { suggestSchoolYear } from '#shared/domain/calendar/suggest-school-year.ts';
import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import type { Role } from '#shared/permissions/roles.ts';
import { foldPersonName } from '#shared/domain/people/fold-person-name.ts';
import type { NewSchool } from '../../features/new-school.ts';
import { openNationalSchools } from '../../platform/resources.ts';
import { searchSchools } from '../../platform/national-schools/search-schools.ts';
import type { CliOptions } from '../arguments.ts';
import { UsageError } from '../usage-error.ts';

/** The day until the school says otherwise under Settings. */
const USUAL_DAY = [
  { slot: 'am', starts: '08:45', ends: '12:15' },
  { slot: 'pm', starts: '13:05', ends: '15:15' },
] as const;

/** Whose records are to be kept, and what the first administrator may do there. */
export type NewWorkspace = {
  readonly administrator: string;
  readonly roles: readonly [Role, ...Role[]];
} & (
  | { readonly kind: 'school'; readonly name: string; readonly school: NewSchool }
  | { readonly kind: 'authority'; readonly name: string; readonly code: string }
);

/**
 * The school of `--school` with `--head`, or the authority of `--authority`, by the national list, and `--administrator`.
 * Terms are the usual ones, to be put right under Settings. Throws `UsageError`.
 */
export function newWorkspace({ school, setUp }: CliOptions, clock: Clock): NewWorkspace {
  const { head, authority, administrator } = setUp;
  if ((school === undefined) === (authority === undefined))
    throw new UsageError('Whose records are they: --school NUMBER (seven figures) or --authority CODE?');
  if (administrator === undefined || foldPersonName(administrator) === '')
    throw new UsageError('Who lets the others in: --administrator "NAME"?');
  const schools = openNationalSchools();
  if (authority !== undefined) {
    const found = schools.authorities().find(({ code }) => code === authority);
    if (!found) throw new UsageError(`There is no local authority with the code ${authority}.`);
    return {
      kind: 'authority',
      name: found.name,
      code: authority,
      administrator,
      roles: ['authority', 'administrator'],
    };
  }
  const number = school ?? '';
  const found = searchSchools(schools, number, 5).find(({ laEstab }) => laEstab === number);
  if (!found) throw new UsageError(`There is no school ${number} in the national list (--school).`);
  if (head === undefined || head.trim() === '')
    throw new UsageError('Who is the head teacher: --head "NAME"?');
  const schoolYear = schoolYearOf(clock.today());
  const { terms, closures } = suggestSchoolYear(schoolYear);
  const { laEstab, name, urn, phaseGuess } = found;
  const decides = foldPersonName(head) === foldPersonName(administrator);
  return {
    kind: 'school',
    name,
    administrator,
    roles: decides ? ['decider', 'administrator'] : ['administrator'],
    school: {
      school: { laEstab, name, phase: phaseGuess, ...(urn === null ? {} : { urn }) },
      headName: head.trim(),
      terms: [...terms],
      closures: [...closures],
      sessionTimes: USUAL_DAY.map((time) => ({ ...time })),
      schoolYear,
    },
  };
}
