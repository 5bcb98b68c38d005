import { foldText } from '#shared/kernel/fold-text.ts';
import { refuse } from '#shared/kernel/result.ts';
import { insertAgency, readAgencies, updateAgency } from '../../storage/repositories/agencies.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { orNull } from '../or-null.ts';
import { openAgency } from './open-agency.ts';

const NOT_DONE = 'The agency was not saved';

/** Puts an agency into the directory or changes it; none stands there twice under one name. */
export const saveAgency: Handler<'referrals.save-agency'> = (context, { agencyId, version, ...about }) =>
  context.change<{ readonly agencyId: string }>(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { id: schoolId } = home.value.school;
    const nameKey = foldText(about.name);
    const inUse = await readAgencies(db, schoolId, { ended: false });
    if (inUse.some((one) => one.nameKey === nameKey && one.id !== agencyId)) {
      return refuse('conflict', `${NOT_DONE}: ${about.name} is in the directory already. Change that one.`, {
        fields: [{ path: 'name', message: 'Another agency has this name.' }],
      });
    }
    const after = {
      name: about.name,
      nameKey,
      helpsWith: about.helpsWith,
      contact: orNull(about.contact),
      phone: orNull(about.phone),
      email: orNull(about.email),
      howToRefer: orNull(about.howToRefer),
      needsParents: about.needsParents,
      team: about.team,
    };
    const note = (id: string, detail: unknown) => ({
      ok: true as const,
      value: { value: { agencyId: id }, audit: { subjectType: 'agency', subjectId: id, detail } },
    });
    if (agencyId === undefined) {
      const id = context.newId();
      await insertAgency(db, { id, schoolId, ...after });
      return note(id, { after });
    }
    const before = await openAgency(db, schoolId, { agencyId, version }, NOT_DONE);
    if (!before.ok) return before;
    await updateAgency(db, agencyId, after);
    return note(agencyId, { before: before.value, after });
  });
