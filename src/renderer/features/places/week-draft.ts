import type { Slot } from '#shared/domain/calendar/types.ts';
import type { ProviderSession } from '#shared/domain/providers/types.ts';

/** One half day of the week as it stands in the form; no capacity means that the provider does not run then. */
export interface SlotDraft {
  readonly weekday: number;
  readonly slot: Slot;
  readonly capacity: number | null;
  readonly starts: string;
  readonly ends: string;
}

export type WeekDraft = readonly SlotDraft[];

export const WEEKDAYS = [1, 2, 3, 4, 5] as const;
export const SLOTS = ['am', 'pm'] as const;

/** The usual times of a half day, to start from. */
const USUAL: Readonly<Record<Slot, { readonly starts: string; readonly ends: string }>> = {
  am: { starts: '09:00', ends: '12:00' },
  pm: { starts: '13:00', ends: '15:30' },
};

/** The ten half days of the form, those that the provider runs filled in. */
export const toWeekDraft = (sessions: readonly ProviderSession[]): WeekDraft =>
  WEEKDAYS.flatMap((weekday) =>
    SLOTS.map((slot) => {
      const run = sessions.find((session) => session.weekday === weekday && session.slot === slot);
      return run && run.capacity > 0 ? { ...run } : { weekday, slot, capacity: null, ...USUAL[slot] };
    }),
  );

/** Whether the provider runs a half day: it has places then. */
export const isRun = ({ capacity }: SlotDraft): boolean => capacity !== null && capacity !== 0;

/** What is saved: the half days with places, in the order of the form. */
export const toSessions = (week: WeekDraft): ProviderSession[] =>
  week.filter(isRun).map((one) => ({ ...one, capacity: one.capacity ?? 0 }));

/** The field name of a half day, `sessions.N` as main counts them; undefined when it is not saved. */
export function fieldOf(week: WeekDraft, one: SlotDraft): string | undefined {
  const at = week.filter(isRun).indexOf(one);
  return at < 0 ? undefined : `sessions.${String(at)}`;
}

/** The week with one half day changed. */
export const changeSlot = (week: WeekDraft, one: SlotDraft, change: Partial<SlotDraft>): WeekDraft =>
  week.map((other) => (other === one ? { ...other, ...change } : other));

/** The places of every session that runs, where all have the same. */
export function commonCapacity(week: WeekDraft): number | undefined {
  const [first, ...rest] = new Set(week.filter(isRun).map(({ capacity }) => capacity));
  return first !== null && rest.length === 0 ? first : undefined;
}

/** The week with the same places in every session that runs. */
export const setCapacity = (week: WeekDraft, capacity: number): WeekDraft =>
  week.map((one) => (isRun(one) ? { ...one, capacity } : one));

/** Every day as Monday is. */
export const sameAsMonday = (week: WeekDraft): WeekDraft =>
  week.map((one) => {
    const monday = week.find(({ weekday, slot }) => weekday === 1 && slot === one.slot);
    return monday ? { ...monday, weekday: one.weekday } : one;
  });

/** "10 sessions of 12 places"; "7 sessions of 4 to 12 places". */
export function sayWeek(sessions: readonly ProviderSession[]): string {
  const capacities = sessions.filter(({ capacity }) => capacity > 0).map(({ capacity }) => capacity);
  if (capacities.length === 0) return 'Runs no session';
  const [least, most] = [Math.min(...capacities), Math.max(...capacities)];
  const count = `${String(capacities.length)} ${capacities.length === 1 ? 'session' : 'sessions'}`;
  const places = (n: number) => `${String(n)} ${n === 1 ? 'place' : 'places'}`;
  return least === most ? `${count} of ${places(most)}` : `${count} of ${String(least)} to ${places(most)}`;
}

/** "25 hours", "4 hours 45 min", "45 minutes" for a number of minutes. */
export function sayHours(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const whole = `${String(hours)} ${hours === 1 ? 'hour' : 'hours'}`;
  if (rest === 0) return whole;
  return hours === 0 ? `${String(rest)} minutes` : `${whole} ${String(rest)} min`;
}
