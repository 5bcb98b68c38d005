import type { OperationOutput } from '#shared/contract/contract.ts';
import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import type { Session, Slot } from '#shared/domain/calendar/types.ts';
import { sessionsToCover } from '#shared/domain/placements/sessions-to-cover.ts';
import { weekdayOf, type IsoDate } from '#shared/kernel/plain-date.ts';
import { exclusionTitle } from '#shared/text/exclusion-words.ts';
import { ATTENDANCE_REASON_WORDS } from '#shared/text/stay-words.ts';
import type { DayExclusion } from '../../storage/repositories/exclusion-day.ts';
import type { StoredProvider } from '../../storage/repositories/providers.ts';
import type { StoodSession } from '../standings.ts';

type Sheet = OperationOutput<'today.get'>;
type Out = Sheet['out'][number];
type Chip = Out['chips'][number];

/** What a day's sheet is made from; exclusions in register order. */
export interface SheetFacts {
  readonly date: IsoDate;
  /** The next school day, when it is entered. */
  readonly nextDay: IsoDate | undefined;
  readonly index: CalendarIndex;
  readonly exclusions: readonly DayExclusion[];
  /** How every session of these exclusions stands, by exclusion. */
  readonly standings: ReadonlyMap<string, readonly StoodSession[]>;
  readonly providers: ReadonlyMap<string, StoredProvider>;
}

const who = ({ exclusion, pupilName, form }: DayExclusion) => ({
  exclusionId: exclusion.id,
  pupilId: exclusion.pupilId,
  name: pupilName,
  ...(form === null ? {} : { form }),
});

const noPlaces = ({ chips }: Out): number => chips.filter(({ wantsPlace }) => wantsPlace).length;

/** Who is out on a day and where, who returns, what starts next: pure, from what was read. */
export function daySheet(facts: SheetFacts): Pick<Sheet, 'out' | 'returning' | 'starting' | 'uncovered'> {
  const { date, nextDay, exclusions } = facts;
  // Those without a place come first: they are what the morning is for. The rest stay in register order.
  const out = exclusions
    .flatMap((one) => outOn(one, facts) ?? [])
    .toSorted((a, b) => Number(noPlaces(b) > 0) - Number(noPlaces(a) > 0));
  const returning = exclusions
    .flatMap((one) => {
      const session = returnOf(one, facts);
      return session && (session.date === date || session.date === nextDay) ? [{ ...who(one), session }] : [];
    })
    .toSorted((a, b) => sessionKey(a.session).localeCompare(sessionKey(b.session)));
  const starting = exclusions
    .filter(
      ({ exclusion, lunchtimes }) =>
        nextDay !== undefined &&
        exclusion.startDate === nextDay &&
        // One that was taken back before it began does not begin.
        (lunchtimes.length > 0 || sessionsToCover(exclusion, facts.index).length > 0),
    )
    .map((one) => ({
      ...who(one),
      title: exclusionTitle(one.exclusion),
      uncovered: (facts.standings.get(one.exclusion.id) ?? []).filter(({ wantsPlace }) => wantsPlace).length,
    }));
  return { out, returning, starting, uncovered: out.reduce((sum, row) => sum + noPlaces(row), 0) };
}

function outOn(one: DayExclusion, facts: SheetFacts): Out | undefined {
  const { date, providers } = facts;
  const { exclusion, lunchtimes } = one;
  const lunchtime = lunchtimes.indexOf(date);
  const sessions = (facts.standings.get(exclusion.id) ?? []).filter((session) => session.date === date);
  const day = lunchtime >= 0 ? lunchtime + 1 : sessions[0]?.day;
  if (day === undefined) return undefined;
  const chips =
    lunchtime >= 0
      ? [{ slot: 'lunch' as const, status: 'lunch' as const, wantsPlace: false }]
      : sessions.map((session) => chipOf(session, providers));
  const returnsOn = returnOf(one, facts);
  return {
    ...who(one),
    kind: exclusion.kind,
    title: exclusionTitle(exclusion),
    day,
    ...(returnsOn === undefined ? {} : { returnsOn }),
    chips,
  };
}

function chipOf(
  { date, slot, standing, wantsPlace, place }: StoodSession,
  providers: ReadonlyMap<string, StoredProvider>,
): Chip {
  const status = standing === 'uncovered' ? ('no-place' as const) : standing;
  if (!place) return { slot, status, wantsPlace };
  const provider = providers.get(place.providerId);
  const starts = provider && startOf(provider, date, slot);
  const why = place.outcomeReason ? ATTENDANCE_REASON_WORDS[place.outcomeReason] : undefined;
  return {
    slot,
    status,
    wantsPlace,
    providerName: place.providerName,
    placementId: place.placementId,
    ...(starts === undefined || !STARTS.has(status) ? {} : { starts }),
    ...(why === undefined ? {} : { why }),
  };
}

/** Standings of a place that is still to begin: when it begins is worth knowing. */
const STARTS: ReadonlySet<Chip['status']> = new Set(['booked', 'held', 'work-at-home']);

const startOf = (provider: StoredProvider, date: IsoDate, slot: Slot): string | undefined =>
  provider.sessions.find((session) => session.weekday === weekdayOf(date) && session.slot === slot)?.starts;

/**
 * The first session back: a fixed period has one after its end, and so has anything that was stopped with sessions to
 * give back. Lunchtimes miss none, and there is no return while another exclusion of the pupil takes the session.
 */
function returnOf(one: DayExclusion, { index, exclusions }: SheetFacts): Session | undefined {
  const { exclusion } = one;
  const back = firstAfter(exclusion, index);
  if (back === undefined) return undefined;
  const key = sessionKey(back);
  const stillOut = exclusions.some(
    (other) =>
      other.exclusion.pupilId === exclusion.pupilId &&
      other.exclusion.id !== exclusion.id &&
      sessionsToCover(other.exclusion, index).some((session) => sessionKey(session) === key),
  );
  return stillOut ? undefined : back;
}

function firstAfter(exclusion: DayExclusion['exclusion'], index: CalendarIndex): Session | undefined {
  const { kind, startDate, startSlot, endDate, endSlot, stoppedOn, stoppedSlot } = exclusion;
  if (kind === 'lunchtime' || startDate === null) return undefined;
  if (stoppedOn !== null) {
    const back: Session = { date: stoppedOn, slot: stoppedSlot ?? 'am' };
    const start: Session = { date: startDate, slot: startSlot ?? 'am' };
    return sessionKey(start) < sessionKey(back) ? back : undefined;
  }
  if (kind !== 'fixed-period' || endDate === null || endSlot === null) return undefined;
  return index.nextSchoolSession({ date: endDate, slot: endSlot });
}
