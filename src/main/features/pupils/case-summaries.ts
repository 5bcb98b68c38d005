import type { OperationOutput } from '#shared/contract/contract.ts';
import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import { reasonsOn } from '#shared/domain/exclusions/reasons.ts';
import { sessionsToCover } from '#shared/domain/placements/sessions-to-cover.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { exclusionTitle } from '#shared/text/exclusion-words.ts';
import { dropUndefined } from '../../exchange/drop-undefined.ts';
import { groupRows } from '../../storage/repositories/group-rows.ts';
import type { PupilCase } from '../../storage/repositories/pupil-case.ts';

type ExclusionSummary = OperationOutput<'pupils.get'>['exclusions'][number];
type Place = PupilCase['places'][number];

interface Now {
  readonly index: CalendarIndex;
  readonly today: IsoDate;
  /** UTC ISO: holds end at an instant. */
  readonly now: string;
}

/** Each exclusion of a pupil with its places by provider, and the sessions that have none. */
export function exclusionSummaries(
  { exclusions, reasons, places }: PupilCase,
  { index, today, now }: Now,
): ExclusionSummary[] {
  const reasonsOf = groupRows(reasons, ({ exclusionId }) => exclusionId);
  const placesOf = groupRows(
    places.filter((place) => isActive(place, now)),
    ({ exclusionId }) => exclusionId ?? '',
  );
  return exclusions.map((exclusion) => {
    const { id, kind, state, startDate } = exclusion;
    const known = reasonsOn(startDate ?? today);
    const active = placesOf.get(id) ?? [];
    const placed = new Set(active.map(sessionKey));
    return {
      id,
      kind,
      state,
      title: exclusionTitle(exclusion),
      ...dropUndefined({
        startDate: startDate ?? undefined,
        startSlot: exclusion.startSlot ?? undefined,
        endDate: exclusion.endDate ?? undefined,
        endSlot: exclusion.endSlot ?? undefined,
        halfDays: exclusion.halfDays ?? undefined,
      }),
      reasons: (reasonsOf.get(id) ?? []).map(
        (reason) => known.find(({ code }) => code === reason.code)?.description ?? reason.code,
      ),
      places: byProvider(active),
      uncovered: sessionsToCover(exclusion, index).filter((session) => !placed.has(sessionKey(session)))
        .length,
    };
  });
}

/** A hold counts until it runs out, whether or not anybody has noted since that it did. */
const isActive = ({ state, heldUntil }: Place, now: string): boolean =>
  state === 'booked' || (state === 'held' && heldUntil !== null && heldUntil > now);

function byProvider(active: readonly Place[]): ExclusionSummary['places'] {
  const groups = groupRows(active, ({ providerName, state }) => `${providerName}\n${state}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ providerName: first.providerName, state: first.state, sessions: group.length }] : [];
  });
}
