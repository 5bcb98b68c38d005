import { refuse } from '#shared/kernel/result.ts';
import { dutyTitle } from '#shared/text/duty-words.ts';
import { reopenDuties } from '../../storage/repositories/duty-writes.ts';
import { ruleSetOf } from '../case-duties.ts';
import { mayNoteDuty } from '../clerk-part.ts';
import type { Handler } from '../context.ts';
import { syncDutiesOfCase } from '../duty-sync.ts';
import { openDuty } from './open-duty.ts';

/** Takes back that a duty was done; what was noted stays in the history. */
export const reopenDuty: Handler<'duties.reopen'> = (context, input) =>
  context.change(async (db) => {
    const { clock, session } = context;
    const opened = await openDuty(db, input);
    if (!opened.ok) return opened;
    const { exclusion, duty } = opened.value;
    const theirs = mayNoteDuty(session.role, duty);
    if (!theirs.ok) return theirs;
    const { exclusionId, key, reason } = input;
    if (duty.fulfilledOn === null) {
      return refuse('conflict', 'This is not noted as done, so there is nothing to take back.');
    }
    await reopenDuties(db, exclusionId, [key], {
      cause: reason,
      userName: session.userName,
      at: clock.now(),
    });
    const start = { date: exclusion.startDate ?? clock.today() };
    const title = dutyTitle(key, ruleSetOf({ ruleSet: exclusion.ruleSet, start }));
    const { pupilId } = exclusion;
    await syncDutiesOfCase(db, context, { pupilId, exclusionId }, `“${title}” was taken back as not done`);
    const { fulfilledOn: on, how, byWhom, evidence, fulfilledBy, fulfilledAt } = duty;
    return {
      ok: true,
      value: {
        value: {},
        audit: {
          subjectType: 'exclusion',
          subjectId: exclusionId,
          detail: {
            duty: key,
            title,
            reason,
            before: { on, how, byWhom, evidence, fulfilledBy, fulfilledAt },
          },
        },
      },
    };
  });
