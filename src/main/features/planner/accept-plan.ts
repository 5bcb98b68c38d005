import { refuse } from '#shared/kernel/result.ts';
import type { AuditNote, Handler } from '../context.ts';
import { inRace } from '../in-race.ts';
import { bookRun, checkRun } from '../place-run.ts';
import { basisDifferences } from './plan-basis.ts';
import { readPlanFacts } from './read-plan-facts.ts';

/** How many differences a refusal says before "and 3 more". */
const DIFFERENCES_SHOWN = 8;

/** Books a plan, or the part of it that was left ticked: all in one transaction, by the checks of every booking. */
export const acceptPlan: Handler<'planner.accept'> = (context, { scope, days, basis, runs }) => {
  const wanted = runs.map(({ exclusionId, schoolId, providerId, sessions }) => ({
    for: { exclusionId, schoolId },
    providerId,
    sessions,
    hold: false,
    escorts: [],
    notDone: 'Nothing of the plan was booked',
  }));
  const attempt = () =>
    context.change<{ placements: number; places: number }>(async (db) => {
      const facts = await readPlanFacts(db, context, { scope, days });
      if (!facts.ok) return facts;
      const differences = basisDifferences(basis, facts.value);
      if (differences.length > 0) {
        const left = differences.length - DIFFERENCES_SHOWN;
        const said = differences.slice(0, DIFFERENCES_SHOWN).join(' ');
        return refuse(
          'conflict',
          `Nothing was booked: the book has changed since this was planned. ${said}${left > 0 ? ` And ${String(left)} more.` : ''} Plan again.`,
        );
      }
      const audit: AuditNote[] = [];
      let places = 0;
      for (const [at, run] of wanted.entries()) {
        context.job.checkCancelled();
        context.job.progress(at / wanted.length, 'Booking the plan');
        const booked = await bookRun(db, context, run);
        if (!booked.ok) return booked;
        places += booked.value.placeIds.length;
        audit.push(...booked.value.audit);
      }
      return { ok: true, value: { value: { placements: wanted.length, places }, audit } };
    });
  return inRace(context, attempt, async (db) => {
    for (const run of wanted) {
      const checked = await checkRun(db, context, run);
      if (!checked.ok) return checked;
    }
    return { ok: true, value: undefined };
  });
};
