import { RULE_SETS, ruleSetOn } from '#shared/domain/duties/rule-sets.ts';
import { refuse } from '#shared/kernel/result.ts';
import { exclusionTitle } from '#shared/text/exclusion-words.ts';
import { writeExclusion, type ExclusionRecord } from '../../storage/repositories/exclusions.ts';
import { findPupil } from '../../storage/repositories/pupils.ts';
import { linkAbsence, readAbsences } from '../../storage/repositories/requested-absences.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';

/**
 * Makes a draft exclusion of the days of an absence at the school's request. The note stays and points to the draft,
 * which binds nobody until a head issues it. A note whose draft was discarded can be recorded properly again.
 */
export const recordProperly: Handler<'absences.record-properly'> = (
  { change, clock, newId, session },
  { id },
) =>
  change(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const schoolId = home.value.school.id;
    const [found] = await readAbsences(db, { schoolId, id });
    const pupil = found && (await findPupil(db, schoolId, found.absence.pupilId));
    if (found === undefined || pupil === undefined) {
      return refuse('not-found', 'This note is not there any more. Nothing was changed.');
    }
    const { absence, recordedAs } = found;
    if (recordedAs !== null) {
      return refuse(
        'conflict',
        recordedAs.state === 'draft'
          ? 'A draft of this absence is there already. Open it from the list and have the head issue it.'
          : 'This absence was recorded properly already. Open its exclusion from the list.',
      );
    }
    const exclusion: ExclusionRecord = {
      id: newId(),
      schoolId,
      pupilId: pupil.id,
      kind: 'fixed-period',
      state: 'draft',
      ruleSet: (ruleSetOn(absence.fromDate) ?? RULE_SETS[0])?.id ?? '',
      startDate: absence.fromDate,
      startSlot: 'am',
      endDate: absence.toDate,
      endSlot: 'pm',
      halfDays: null,
      incidentOn: null,
      incidentAt: null,
      incidentPlace: null,
      incidentAccount: absence.account,
      incidentLesson: null,
      decidedBy: null,
      decidedOn: null,
      followsId: null,
      followsAs: null,
      stoppedOn: null,
      stoppedSlot: null,
      senProvision: pupil.senProvision,
      inCare: pupil.inCare,
      recordedBy: session.userName,
      recordedAt: clock.now(),
      issuedBy: null,
      issuedAt: null,
      version: 1,
    };
    await writeExclusion(db, exclusion, []);
    await linkAbsence(db, absence, exclusion.id);
    const title = exclusionTitle(exclusion);
    return {
      ok: true,
      value: {
        value: { exclusionId: exclusion.id },
        audit: [
          {
            subjectType: 'pupil',
            subjectId: pupil.id,
            detail: { title, before: absence, after: { ...absence, exclusionId: exclusion.id } },
          },
          {
            subjectType: 'exclusion',
            subjectId: exclusion.id,
            detail: { title, after: exclusion, stamped: exclusion },
          },
        ],
      },
    };
  });
