import type { OperationOutput } from '#shared/contract/contract.ts';
import type { Slot } from '#shared/domain/calendar/types.ts';
import { SLOTS, WEEKDAYS } from './week-draft.ts';

export type Adult = OperationOutput<'providers.get'>['adults'][number];

/** Names with the half days of the week for which each is down, as `1 am`. */
export type RosterDraft = readonly { readonly name: string; readonly on: ReadonlySet<string> }[];

/** The ten half days of a week. */
export const HALF_DAYS = WEEKDAYS.flatMap((weekday) => SLOTS.map((slot) => ({ weekday, slot })));

export const halfDayKey = ({ weekday, slot }: { readonly weekday: number; readonly slot: Slot }): string =>
  `${String(weekday)} ${slot}`;

/** The adults of the ordinary week by name. */
export function toRosterDraft(adults: readonly Adult[]): RosterDraft {
  const byName = new Map<string, Set<string>>();
  for (const { name, weekday, slot } of adults) {
    if (weekday === undefined) continue;
    byName.set(name, (byName.get(name) ?? new Set()).add(halfDayKey({ weekday, slot })));
  }
  return [...byName]
    .map(([name, on]) => ({ name, on }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

/** What is saved: one row for each adult and half day. */
export const toAdults = (roster: RosterDraft) =>
  roster.flatMap(({ name, on }) =>
    HALF_DAYS.filter((half) => on.has(halfDayKey(half))).map((half) => ({ name, ...half })),
  );

/** The roster with one tick set or taken away. */
export const toggle = (roster: RosterDraft, name: string, key: string): RosterDraft =>
  roster.map((row) => {
    if (row.name !== name) return row;
    const on = new Set(row.on);
    if (!on.delete(key)) on.add(key);
    return { ...row, on };
  });

/** How many adults are down for a half day. */
export const adultsDown = (roster: RosterDraft, key: string): number =>
  roster.filter(({ on }) => on.has(key)).length;
