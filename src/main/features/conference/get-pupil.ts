import { ok, refuse } from '#shared/kernel/result.ts';
import { readConferenceCriteria } from '../../storage/repositories/conference-criteria.ts';
import { readStaysOfUpn } from '../../storage/repositories/stays-of-upn.ts';
import type { Handler } from '../context.ts';
import { conferencePupil, shownExclusion } from './conference-pupil.ts';
import { readConferenceFacts } from './read-conference.ts';

/** What the conference needs of one pupil on a page: exclusions of every year, and the stays this database knows of. */
export const getConferencePupil: Handler<'authority.conference-pupil'> = (context, { upn, ...asked }) =>
  context.read(async (db) => {
    const read = await readConferenceFacts(db, context, asked, upn);
    if (!read.ok) return read;
    const { day, ownSchool, rows, schoolName } = read.value;
    const ofYear = rows.filter(({ startDate }) => startDate >= day.yearFrom);
    const latest = ofYear.at(-1);
    if (latest === undefined) {
      return refuse(
        'not-found',
        'No exclusion of this pupil is known in the school year of that day. Go back to the list and choose a pupil there.',
      );
    }
    const { criteria } = await readConferenceCriteria(db);
    const { sex, dob, senProvision, inCare } = latest;
    return ok({
      asOf: day.asOf,
      termName: day.termName,
      limitDays: day.limitDays,
      pupil: {
        ...conferencePupil(ofYear, criteria, day, schoolName),
        sex,
        dob,
        ...(senProvision === null ? {} : { senProvision }),
        ...(inCare === null ? {} : { inCare }),
      },
      earlier: rows
        .filter(({ startDate }) => startDate < day.yearFrom)
        .map((row) => shownExclusion(row, schoolName))
        .toReversed(),
      ...(ownSchool ? { stays: [...(await readStaysOfUpn(db, upn))] } : {}),
    });
  });
