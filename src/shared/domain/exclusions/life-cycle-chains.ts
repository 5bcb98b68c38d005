import type { IsoDate } from '../../kernel/plain-date.ts';
import { formatDate } from '../calendar/format-date.ts';
import { lifeCycleNoun } from './life-cycle-noun.ts';
import type { LifeCase } from './life-cycle-types.ts';
import { permissionOn } from './permission-on.ts';
import { stateAfter } from './state-after.ts';
import { CHAIN_LINKS, type ChainLink } from './types.ts';

/** One way to chain another exclusion to a case: whether it may be, and why not or what it takes. */
export interface Chain {
  readonly as: ChainLink;
  readonly allowed: boolean;
  readonly why: string;
  readonly source: string;
}

const OF_EVERY_EDITION = 'Guidance of every edition: a further one is a new decision on its own facts';

function refusedForAll(life: LifeCase): string | undefined {
  if (life.draft) return 'This is a draft. Change it instead.';
  if (life.kind === 'permanent') return 'A permanent exclusion has no end that another could begin at.';
  const state = stateAfter(life.events);
  if (state === 'cancelled' || state === 'withdrawn' || state === 'reinstated') {
    return `This ${lifeCycleNoun(life)} was ${state}. Record a new one instead.`;
  }
  const taken = life.events.find(({ type }) => type === 'superseded');
  return taken && `Another one took over on ${formatDate(taken.on)}. Chain to that one.`;
}

function chain(as: ChainLink, life: LifeCase, on: IsoDate): Omit<Chain, 'as'> {
  const { ruleSet, last, start, kind } = life;
  const rows = as === 'further' ? undefined : ruleSet.permissions[as];
  const row = rows && permissionOn(rows, { startsOn: start.date, on });
  const source = row?.source ?? OF_EVERY_EDITION;
  const refused = (why: string) => ({ allowed: false, why, source });
  if (rows !== undefined && row?.allowed !== true) {
    return refused(row?.why ?? 'The rules of the time do not allow it.');
  }
  const barred = refusedForAll(life);
  if (barred !== undefined) return refused(barred);
  if (as === 'further') {
    const why = 'It begins straight after this one, for its own reasons, with notices of its own.';
    return { allowed: true, why, source };
  }
  if (kind === 'lunchtime') return refused('Lunchtimes are not changed into days. Record a new one instead.');
  if (last !== undefined && last.date < on) {
    return refused(
      `This ${lifeCycleNoun(life)} ended on ${formatDate(last.date)}. Record a new one instead.`,
    );
  }
  return { allowed: true, why: row?.why ?? '', source };
}

/**
 * Whether another exclusion may be chained to a case so that it takes effect on `on`: a further one always, an
 * extension or a conversion (made permanent) only where the dated data of the rule set allow it. Each is a case of its
 * own with fresh notices.
 */
export function chainsOf(life: LifeCase, on: IsoDate): readonly Chain[] {
  return CHAIN_LINKS.map((as) => ({ as, ...chain(as, life, on) }));
}
