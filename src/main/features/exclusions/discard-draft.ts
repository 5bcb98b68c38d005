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
    return {
      ok: true,
      value: {
        value: {},
        audit: {
          subjectType: 'exclusion',
          subjectId: id,
          detail: {
            title: exclusionTitle(stored.exclusion),
            before: draftOf(stored.exclusion, stored.reasons),
          },
        },
      },
    };
  });
