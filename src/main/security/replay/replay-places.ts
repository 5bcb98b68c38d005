import {
  bookedDetail,
  changedDetail,
  chosenDetail,
  confirmedDetail,
  endedDetail,
  freedDetail,
  markedDetail,
  movedDetail,
  type BookedRunDetail,
} from './place-details.ts';
import type { ReplayedRow } from './replay-cases.ts';

type Row = Readonly<Record<string, unknown>>;

/** Stays and places as the trail alone tells them; places as their table has them. */
export interface ReplayedBook {
  readonly stays: ReadonlyMap<string, Row>;
  readonly places: ReadonlyMap<string, Row>;
}

/** Rebuilds stays and places from rows of the audit trail, oldest first. */
export function replayPlaces(rows: readonly ReplayedRow[]): ReplayedBook {
  const stays = new Map<string, Row>();
  const places = new Map<string, Row>();
  const change = (id: string, values: Row): void => {
    const known = places.get(id);
    if (known) places.set(id, { ...known, ...values });
  };
  for (const row of rows) {
    const { subjectType, subjectId, detail } = row;
    if (subjectId === null) continue;
    const end = (ids: readonly string[], code: string, reason: string): void => {
      for (const id of ids) change(id, cancelled(row, code, reason));
    };
    if (subjectType === 'place') {
      const values = placeChange(row, places.get(subjectId));
      if (values) change(subjectId, values);
    }
    if (subjectType === 'exclusion') {
      const freed = freedDetail.safeParse(detail).data;
      if (freed) end(freed.freedPlaces, 'exclusion-ended', freed.reason);
    }
    if (subjectType !== 'placement') continue;
    const booked = bookedDetail.safeParse(detail).data;
    if (booked) {
      if (booked.madeAt !== undefined) stays.set(subjectId, stayRow(subjectId, row.userName, booked));
      for (const { id, ...one } of booked.places) places.set(id, placeRow(id, subjectId, booked, one));
    }
    const confirmed = confirmedDetail.safeParse(detail).data;
    for (const id of confirmed?.confirmed ?? []) change(id, { state: 'booked', heldUntil: null });
    for (const { lapsed, id } of confirmed?.hadAgain ?? []) {
      const old = places.get(lapsed);
      if (old) places.set(id, { ...old, ...NOT_ENDED, id, state: 'booked', heldUntil: null });
    }
    const moved = movedDetail.safeParse(detail).data?.moved;
    if (moved) end(moved.places, 'moved', moved.reason);
    const changed = changedDetail.safeParse(detail).data?.changed;
    if (changed) end(changed.cancelled, 'shortened', changed.reason);
    const chosen = chosenDetail.safeParse(detail).data?.after;
    const stay = stays.get(subjectId);
    if (chosen && stay) {
      stays.set(subjectId, { ...stay, parentChoice: chosen.choice, parentChoiceOn: chosen.on });
    }
  }
  return { stays, places };
}

const NOT_ENDED = { endedCode: null, endedReason: null, endedBy: null, endedAt: null };

const NOT_MARKED = {
  outcome: null,
  outcomeReason: null,
  outcomeNote: null,
  arrivedAt: null,
  leftAt: null,
  markedBy: null,
  markedAt: null,
};

const cancelled = ({ userName, at }: ReplayedRow, code: string, reason: string): Row => ({
  state: 'cancelled',
  endedCode: code,
  endedReason: reason,
  endedBy: userName,
  endedAt: at,
});

/** What a row about one place says of it; undefined where it says nothing that the table keeps. */
function placeChange(row: ReplayedRow, known: Row | undefined): Row | undefined {
  const ended = endedDetail.safeParse(row.detail).data;
  if (ended?.state === 'lapsed') {
    return { state: 'lapsed', endedReason: 'The hold ran out', endedAt: row.at };
  }
  if (ended) {
    const { code = null, reason = null } = ended;
    // One that had ended before is only told otherwise why.
    if (known?.['state'] === 'cancelled') return { endedCode: code, endedReason: reason };
    return cancelled(row, code ?? '', reason ?? '');
  }
  const marked = row.operation === 'stays.mark' ? markedDetail.safeParse(row.detail).data?.after : undefined;
  if (marked === undefined) return undefined;
  if (marked.outcome === null) return NOT_MARKED;
  return {
    outcome: marked.outcome,
    outcomeReason: marked.reason ?? null,
    outcomeNote: marked.note === undefined || marked.note === '' ? null : marked.note,
    arrivedAt: marked.arrivedAt ?? null,
    leftAt: marked.leftAt ?? null,
    markedBy: row.userName,
    markedAt: row.at,
  };
}

function stayRow(id: string, madeBy: string, booked: BookedRunDetail): Row {
  const { exclusionId, pupilId, providerId, purpose, schoolId, pupilGroup, movedFromId, madeAt } = booked;
  const days = booked.places.map(({ date }) => date).toSorted();
  return {
    id,
    exclusionId,
    pupilId,
    providerId,
    purpose,
    schoolId,
    pupilGroup,
    expectedFrom: days[0],
    expectedTo: days.at(-1),
    movedFromId,
    parentChoice: null,
    parentChoiceOn: null,
    madeBy,
    madeAt,
  };
}

const placeRow = (
  id: string,
  placementId: string,
  { exclusionId, pupilId, providerId, schoolId, state, heldUntil }: BookedRunDetail,
  { date, slot }: { readonly date: string; readonly slot: string },
): Row => ({
  id,
  placementId,
  exclusionId,
  pupilId,
  providerId,
  schoolId,
  date,
  slot,
  state,
  heldUntil,
  ...NOT_ENDED,
  ...NOT_MARKED,
});
