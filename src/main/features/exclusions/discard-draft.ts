import { refuse } from '#shared/kernel/result.ts';
import { exclusionTitle } from '#shared/text/exclusion-words.ts';
import { deleteDraft, readExclusion } from '../../storage/repositories/exclusions.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { draftOf } from './stored-draft.ts';

/** Discards a draft; what it said stays in the audit trail. Issued exclusions cannot be discarded. */
export const discardDraft: Handler<'exclusions.discard-draft'> = ({ change }, { id }) =>
  change(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const stored = await readExclusion(db, home.value.school.id, id);
    if (!stored) return refuse('not-found', 'This draft is no longer there. Nothing was changed.');
    if (stored.exclusion.state !== 'draft') {
      return refuse(
        'refused',
        'Only a draft can be discarded. This exclusion is issued; nothing was changed.',
      );
    }
    await deleteDraft(db, id);
    const title = exclusionTitle(stored.exclusion);
    return {
      ok: true,
      value: {
        value: {},
        audit: [
          // The draft is gone, so nothing leads from the pupil to its own row: the pupil's history has this one.
          { subjectType: 'pupil', subjectId: stored.exclusion.pupilId, detail: { exclusionId: id, title } },
          {
            subjectType: 'exclusion',
            subjectId: id,
            detail: { title, before: draftOf(stored.exclusion, stored.reasons) },
          },
        ],
      },
    };
  });
