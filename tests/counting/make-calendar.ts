import { Temporal } from 'temporal-polyfill';
import type { Closure, SchoolCalendar, Slot, Term } from '#shared/domain/calendar/types.ts';

/** Whole numbers below a limit, always the same for a seed (a small linear generator with mixing). */
function randomFrom(seed: number): (limit: number) => number {
  let state = (seed * 2_654_435_761 + 12_345) >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 15), 2_246_822_519) >>> 0;
    return ((mixed ^ (mixed >>> 13)) >>> 0) % limit;
  };
}

/**
 * A school calendar that is legal but as awkward as schools can make it: terms that end well before or after
 * Easter, two-week and crooked half-terms, INSET and bank holidays beside weekends, single closed halves,
 * closures that overlap, and, in one of five, a term that nobody has entered.
 */
export function makeCalendar(seed: number): SchoolCalendar {
  const random = randomFrom(seed + 1);
  const firstYear = 2003 + random(27);
  const terms: Term[] = [];
  const closures: Closure[] = [];
  const day = (year: number, month: number, dayOfMonth: number, within: number) =>
    Temporal.PlainDate.from({ year, month, day: dayOfMonth }).add({ days: random(within) });
  const close = (
    from: Temporal.PlainDate,
    days: number,
    slot: Slot | 'all',
    kind: Closure['kind'],
    name: string,
  ): void => {
    closures.push({ from: from.toString(), to: from.add({ days: days - 1 }).toString(), slot, kind, name });
  };
  const mondayNear = (date: Temporal.PlainDate) => date.subtract({ days: date.dayOfWeek - 1 });

  for (let year = firstYear; year < firstYear + 2; year += 1) {
    const springEnd = day(year + 1, 3, 20, 24);
    const spans = [
      ['autumn', day(year, 8, 27, 10), day(year, 12, 16, 8)],
      ['spring', day(year + 1, 1, 2, 7), springEnd],
      ['summer', springEnd.add({ days: 12 + random(8) }), day(year + 1, 7, 14, 14)],
    ] as const;
    for (const [name, from, to] of spans) {
      terms.push({ schoolYear: year, name, from: from.toString(), to: to.toString() });
    }
    for (const middle of [day(year, 10, 22, 8), day(year + 1, 2, 12, 8), day(year + 1, 5, 26, 6)]) {
      const monday = mondayNear(middle);
      if (random(4) === 0)
        close(monday.add({ days: random(4) }), 5 + random(8), 'all', 'holiday', 'half-term');
      else close(monday, 5, 'all', 'holiday', 'half-term');
      if (random(2) === 0) close(monday.add({ days: 7 }), 1, 'all', 'inset', 'INSET day');
      if (random(2) === 0) close(monday, 1, 'all', 'bank-holiday', 'bank holiday');
    }
    for (let more = random(6); more > 0; more -= 1) {
      const slot = (['am', 'pm', 'all'] as const)[random(3)] ?? 'all';
      close(day(year, 9, 1, 320), 1, slot, 'inset', 'training');
    }
    for (let more = random(5); more > 0; more -= 1) {
      const slot = (['am', 'pm', 'all'] as const)[random(3)] ?? 'all';
      close(day(year, 9, 1, 320), 1 + random(4), slot, 'closure', 'snow');
    }
  }
  const missing = random(5) === 0 ? random(terms.length) : -1;
  return { terms: terms.filter((_, at) => at !== missing), closures };
}
