import { RULE_SETS, ruleSetOn } from '#shared/domain/duties/rule-sets.ts';
import { refuse } from '#shared/kernel/result.ts';
import { exclusionTitle } from '#shared/text/exclusion-words.ts';
import {
  readExclusion,
  writeExclusion,
  type ExclusionRecord,
} from '../../storage/repositories/exclusions.ts';
import { findPupil } from '../../storage/repositories/pupils.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { openDraft } from './open-draft.ts';
import { draftOf, recordOf, stampedOn } from './stored-draft.ts';

/**
 * Keeps a draft as it is, complete or not. Saving what is already kept changes nothing and leaves no audit row: the
 * screen saves by itself, and the trail should tell of changes.
 */
export const saveDraft: Handler<'exclusions.save-draft'> = ({ change, clock, newId, session }, draft) =>
  change(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const schoolId = home.value.school.id;
    const opened = await openDraft(db, schoolId, draft);
    if (!opened.ok) return opened;
    const pupil = await findPupil(db, schoolId, draft.pupilId);
    if (!pupil) {
      return refuse('not-found', 'This pupil is not on the school’s list. Choose the pupil again.', {
        fields: [{ path: 'pupilId', message: 'Choose a pupil of this school.' }],
      });
    }
    const duplicate = draft.reasons.find((code, at) => draft.reasons.indexOf(code) !== at);
    if (duplicate !== undefined) {
      return refuse('invalid-input', 'A reason is chosen twice. Choose each reason only once.', {
        fields: [{ path: 'reasons', message: `${duplicate} is chosen twice.` }],
      });
    }
    // Of drafts none may follow: the database would refuse one that is not there, and hold back a draft to be discarded.
    if (draft.followsId !== undefined && draft.followsAs !== undefined) {
      const followed = await readExclusion(db, schoolId, draft.followsId);
      if (!followed || followed.exclusion.state === 'draft') {
        const message = 'The exclusion that this one follows is not on record. Choose it again.';
        return refuse('not-found', `${message} What you typed is still on the screen.`, {
          fields: [{ path: 'followsId', message }],
        });
      }
    }
    const before = opened.value;
    const entries = recordOf(draft);
    const exclusion: ExclusionRecord = {
      ...entries,
      id: before?.exclusion.id ?? newId(),
      schoolId,
      state: 'draft',
      ruleSet: (ruleSetOn(draft.startDate ?? clock.today()) ?? RULE_SETS[0])?.id ?? '',
      senProvision: pupil.senProvision,
      inCare: pupil.inCare,
      recordedBy: before?.exclusion.recordedBy ?? session.userName,
      recordedAt: before?.exclusion.recordedAt ?? clock.now(),
      issuedBy: null,
      issuedAt: null,
      version: (before?.exclusion.version ?? 0) + 1,
    };
    const kept = before && draftOf(before.exclusion, before.reasons);
    const next = draftOf(exclusion, draft.reasons);
    if (kept && JSON.stringify({ ...kept, version: 0 }) === JSON.stringify({ ...next, version: 0 })) {
      return {
        ok: true,
        value: { value: { id: kept.id ?? exclusion.id, version: kept.version }, audit: [], quiet: true },
      };
    }
    await writeExclusion(db, exclusion, draft.reasons);
    return {
      ok: true,
      value: {
        value: { id: exclusion.id, version: exclusion.version },
        audit: {
          subjectType: 'exclusion',
          subjectId: exclusion.id,
          detail: {
            title: exclusionTitle(exclusion),
            ...(kept ? { before: kept } : {}),
            after: next,
            stamped: stampedOn(exclusion),
          },
        },
      },
    };
  });
