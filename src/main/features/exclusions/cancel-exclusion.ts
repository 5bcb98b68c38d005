import type { Session } from '#shared/domain/calendar/types.ts';
import { applyEvent } from '#shared/domain/exclusions/life-cycle.ts';
import type { LifeCase } from '#shared/domain/exclusions/life-cycle-types.ts';
import type { ExclusionState } from '#shared/domain/exclusions/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import type { Handler } from '../context.ts';
import { lifeCaseOf } from '../life-case.ts';
import { addEvent } from './add-event.ts';
import { checkMeets } from './check-meets.ts';
import { giveWay } from './give-way.ts';
import { openCase } from './open-case.ts';

type TakenBack = 'cancelled' | 'withdrawn';

/**
 * Takes an exclusion back before the governors meet, under the rules of its start: half days from the first session back
 * on are given back, places from then on are freed, those already spent out stay in every total. One that was taken back
 * while it ran may be recorded later; one that was served may not be taken back.
 */
export const cancelExclusion: Handler<'exclusions.cancel'> = (context, input) =>
  context.change(async (db) => {
    const { id, version, back, reason } = input;
    const today = context.clock.today();
    const on = input.cancelledOn ?? today;
    if (on > today) {
      const message = 'This day is in the future. Take it back once that is decided.';
      return refuse('invalid-input', message, { fields: [{ path: 'cancelledOn', message }] });
    }
    const opened = await openCase(db, context, { id, version });
    if (!opened.ok) return opened;
    const { exclusion, facts, reviewBy } = opened.value;
    const meets = checkMeets(facts.index, back);
    if (!meets.ok) return meets;
    // The limit of the year looks at the days out by the time the pupil is back.
    const life = lifeCaseOf(exclusion, facts, back.date, reviewBy);
    const taken = takeBack(life, { on, back });
    if (!taken.ok) return taken;
    const { type, state } = taken.value;
    const { value, audit } = await addEvent(db, context, opened.value, {
      event: { type, on, back },
      note: reason,
      state,
    });
    const gaveWay = await giveWay(db, context, opened.value, back);
    return { ok: true, value: { value, audit: [...[audit].flat(), ...gaveWay] } };
  });

/** Cancelling, where the rules of the time know it; withdrawing where they do not. */
function takeBack(
  life: LifeCase,
  when: { readonly on: IsoDate; readonly back: Session },
): Result<{ readonly type: TakenBack; readonly state: ExclusionState }> {
  const cancels = life.ruleSet.permissions.cancel.some(({ allowed }) => allowed);
  const type: TakenBack = cancels ? 'cancelled' : 'withdrawn';
  const state = applyEvent(life, { type, ...when });
  if (state.ok) return { ok: true, value: { type, state: state.value } };
  const { code, message, fields } = state.error;
  const path = fields?.some((field) => field.path === 'back') === true ? 'back' : 'cancelledOn';
  return refuse(code, `Nothing was changed. ${message}`, { fields: [{ path, message }] });
}
