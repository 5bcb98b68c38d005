import type { ParsedInput } from '#shared/contract/contract.ts';
import { pupilSearchText } from '#shared/domain/pupils/search-text.ts';
import { checkUpn, type UpnCheck } from '#shared/domain/pupils/upn.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { guessPhase } from '../../platform/national-schools/guess-phase.ts';
import { insertPupils } from '../../storage/repositories/pupil-roll.ts';
import type { PupilRecord } from '../../storage/repositories/pupils.ts';
import { findByUpn, findSchool } from '../../storage/repositories/visitors.ts';
import type { School } from '../../storage/repositories/workspace.ts';
import type { Db } from '../../storage/store.ts';
import type { Context, Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';

type Input = ParsedInput<'places.add-visitor'>;

const NOT_ADDED = 'Nobody was put on record:';

const wrong = (path: string, message: string): Result<never> =>
  refuse('invalid-input', `${NOT_ADDED} ${message}`, { fields: [{ path, message }] });

/**
 * Puts a pupil of another school on record, so that a place can be booked. The pupil belongs to that school and stands
 * in no list, count or return of ours. A school that is not known yet is added with its DfE number.
 */
export const addVisitor: Handler<'places.add-visitor'> = (context, input) =>
  context.change(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const number = checkUpn(input.upn);
    const fault = faultOf(number);
    if (fault !== undefined) return wrong('upn', fault);
    if (input.dob > context.clock.today()) return wrong('dob', 'The date of birth is in the future.');
    const [known] = await findByUpn(db, number.upn);
    if (known) {
      const ours = known.schoolId === home.value.school.id;
      const name = `${known.forename} ${known.surname}`;
      return wrong(
        'upn',
        ours
          ? `${name} has this number and is a pupil of this school. Record an exclusion, or book a break.`
          : `${name} has this number and is on record already. Choose that pupil from the list.`,
      );
    }
    const school = await schoolOf(db, context, input.school, home.value.school);
    if (!school.ok) return school;
    const pupil = recordOf(input, number.upn, {
      id: context.newId(),
      schoolId: school.value.id,
      at: context.clock.now(),
    });
    await insertPupils(db, [pupil]);
    return {
      ok: true,
      value: {
        value: { pupilId: pupil.id },
        audit: {
          subjectType: 'pupil',
          subjectId: pupil.id,
          detail: { visitor: { ...input, upn: number.upn }, school: school.value.laEstab },
        },
      },
    };
  });

function faultOf({ upn, form, checkLetter }: UpnCheck): string | undefined {
  if (form === 'wrong-length') return `A UPN has 13 characters; this one has ${String(upn.length)}.`;
  if (form === 'wrong-characters' || form === 'empty')
    return 'A UPN is a letter and 12 figures, for example A123456789012. The letters I, O and S are not used.';
  if (checkLetter && checkLetter.actual !== checkLetter.expected)
    return `The first letter of this UPN should be ${checkLetter.expected}. Compare it with the papers of the school.`;
  return undefined;
}

async function schoolOf(
  db: Db,
  { newId }: Context,
  wanted: Input['school'],
  home: School,
): Promise<Result<School>> {
  if ('id' in wanted) {
    const found = await findSchool(db, wanted);
    if (found === undefined) return wrong('school', 'This school is not on record. Choose another.');
    return found.id === home.id ? ownSchool(home) : { ok: true, value: found };
  }
  const laEstab = wanted.laEstab.replace('/', '');
  if (laEstab === home.laEstab) return ownSchool(home);
  const found = await findSchool(db, { laEstab });
  if (found) return { ok: true, value: found };
  const phase = guessPhase(laEstab.slice(3), wanted.name);
  const school: School = { id: newId(), laEstab, urn: null, name: wanted.name, phase };
  await db.insert(db.tables.schools).values(school);
  return { ok: true, value: school };
}

const ownSchool = ({ name }: School): Result<never> =>
  wrong('school', `${name} is this school. Its own pupils come from the roll.`);

const recordOf = (
  { forename, surname, dob, sex, year }: Input,
  upn: string,
  { id, schoolId, at }: { readonly id: string; readonly schoolId: string; readonly at: string },
): PupilRecord => ({
  id,
  schoolId,
  upn,
  formerUpn: null,
  surname,
  forename,
  middleNames: null,
  preferredSurname: null,
  sex,
  dob,
  ncYear: year === undefined ? null : year === 0 ? 'R' : String(year),
  form: null,
  enrolStatus: null,
  entryDate: null,
  leavingDate: null,
  senProvision: null,
  inCare: false,
  careAuthority: null,
  ethnicity: null,
  fsm: null,
  searchText: pupilSearchText({ surname, forename, upn }),
  version: 1,
  updatedAt: at,
});
