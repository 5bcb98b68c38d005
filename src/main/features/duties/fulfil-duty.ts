import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { refuse } from '#shared/kernel/result.ts';
import { dutyTitle } from '#shared/text/duty-words.ts';
import { fulfilDuties } from '../../storage/repositories/duty-writes.ts';
import { ruleSetOf } from '../case-duties.ts';
import { mayNoteDuty } from '../clerk-part.ts';
import type { Handler } from '../context.ts';
import { syncDutiesOfCase } from '../duty-sync.ts';
import { openDuty } from './open-duty.ts';

const NOT_DONE = 'Nothing was changed';

/** Notes that a duty was done. What follows from the day it was done (the governors' window) is worked out again. */
export const fulfilDuty: Handler<'duties.fulfil'> = (context, input) =>
  context.change(async (db) => {
    const { clock, session } = context;
    const opened = await openDuty(db, input);
    if (!opened.ok) return opened;
    const { exclusion, duty } = opened.value;
    const theirs = mayNoteDuty(session.role, duty);
    if (!theirs.ok) return theirs;
    const { exclusionId, key, on, how, byWhom, evidence } = input;
    if (duty.fulfilledOn !== null) {
      return refuse(
        'conflict',
        `This was done already: ${duty.byWhom ?? 'somebody'} did it on ${formatDate(duty.fulfilledOn)}. ${NOT_DONE}.`,
      );
    }
    if (!duty.owed) return refuse('conflict', `This is no longer owed in this case. ${NOT_DONE}.`);
    const wrong =
      on > clock.today()
        ? 'This day is in the future. Note it once it is done.'
        : exclusion.incidentOn !== null && on < exclusion.incidentOn
          ? `This day is before the incident of ${formatDate(exclusion.incidentOn)}. Check it.`
          : undefined;
    if (wrong !== undefined) {
      return refuse('invalid-input', `${wrong} ${NOT_DONE}.`, { fields: [{ path: 'on', message: wrong }] });
    }
    const by = { cause: `${how}, ${byWhom}, ${formatDate(on)}`, userName: session.userName, at: clock.now() };
    await fulfilDuties(db, exclusionId, [key], { on, how, byWhom, evidence }, by);
    const ruleSet = ruleSetOf({ ruleSet: exclusion.ruleSet, start: { date: exclusion.startDate ?? on } });
    const title = dutyTitle(key, ruleSet);
    const { pupilId } = exclusion;
    await syncDutiesOfCase(db, context, { pupilId, exclusionId }, `“${title}” was done on ${formatDate(on)}`);
    return {
      ok: true,
      value: {
        value: {},
        audit: {
          subjectType: 'exclusion',
          subjectId: exclusionId,
          detail: { duty: key, title, after: { on, how, byWhom, evidence: evidence ?? null } },
        },
      },
    };
  });
