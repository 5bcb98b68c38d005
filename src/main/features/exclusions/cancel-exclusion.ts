import { formatSession } from '#shared/domain/calendar/format-date.ts';
import { applyEvent } from '#shared/domain/exclusions/life-cycle.ts';
import type { LifeCase } from '#shared/domain/exclusions/life-cycle-types.ts';
import type { ExclusionState } from '#shared/domain/exclusions/types.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import type { Handler } from '../context.ts';
import { lifeCaseOf } from '../life-case.ts';
import { addEvent } from './add-event.ts';
import { giveWay } from './give-way.ts';
import { openCase } from './open-case.ts';

type TakenBack = 'cancelled' | 'withdrawn';

/**
 * Takes an exclusion back before the governors meet, under the rules of its start: half days from the first session back
 * on are given back, places from then on are freed, those already spent out stay in every total.
 */
export const cancelExclusion: Handler<'exclusions.cancel'> = (context, { id, version, back, reason }) =>
  context.change(async (db) => {
    const opened = await openCase(db, context, { id, version });
    if (!opened.ok) return opened;
    const { exclusion, facts, reviewBy } = opened.value;
    if (!facts.index.isSchoolSession(back.date, back.slot)) {
      const message = `The school does not meet on ${formatSession(back)}. Enter the first session back.`;
      return refuse('invalid-input', message, { fields: [{ path: 'back', message }] });
    }
    const life = lifeCaseOf(exclusion, facts, back.date, reviewBy);
    const on = { on: back.date, slot: back.slot };
    const taken = takeBack(life, on);
    if (!taken.ok) return taken;
    const { type, state } = taken.value;
    const { value, audit } = await addEvent(db, context, opened.value, {
      event: { type, ...on },
      note: reason,
      state,
    });
    const gaveWay = await giveWay(db, context, opened.value, back);
    return { ok: true, value: { value, audit: [...[audit].flat(), ...gaveWay] } };
  });

/** Cancelling, where the rules of the time know it; withdrawing where they do not. */
function takeBack(
  life: LifeCase,
  on: { readonly on: string; readonly slot: 'am' | 'pm' },
): Result<{ readonly type: TakenBack; readonly state: ExclusionState }> {
  const cancels = life.ruleSet.permissions.cancel.some(({ allowed }) => allowed);
  const type: TakenBack = cancels ? 'cancelled' : 'withdrawn';
  const state = applyEvent(life, { type, ...on });
  if (state.ok) return { ok: true, value: { type, state: state.value } };
  const { code, message } = state.error;
  return refuse(code, `Nothing was changed. ${message}`, { fields: [{ path: 'back', message }] });
}
