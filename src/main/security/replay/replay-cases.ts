import type { AuditRow } from '../../storage/repositories/audit-rows.ts';
import {
  eventDetail,
  struckOutDetail,
  writtenDetail,
  type Entered,
  type HappenedEvent,
  type Stamped,
  type Stand,
} from './case-details.ts';

/** What a replay reads of a row. */
export type ReplayedRow = Pick<
  AuditRow,
  'at' | 'userName' | 'operation' | 'subjectType' | 'subjectId' | 'detail'
>;

/** A case as the trail alone tells it; every part as its table has it. */
export interface ReplayedCase {
  readonly exclusion: Readonly<Record<string, unknown>>;
  readonly reasons: readonly string[];
  readonly halfDays: readonly { readonly date: string; readonly slot: string; readonly givenBack: boolean }[];
  readonly events: readonly Readonly<Record<string, unknown>>[];
}

/**
 * Rebuilds exclusions from rows of the audit trail, oldest first: entries, reasons, state, half days out and given back,
 * and every event, struck out or not. Rows of other things are passed over; a discarded draft is gone.
 */
export function replayCases(rows: readonly ReplayedRow[]): ReadonlyMap<string, ReplayedCase> {
  const cases = new Map<string, ReplayedCase>();
  for (const row of rows) {
    const { subjectType, subjectId, operation, detail } = row;
    if (subjectType !== 'exclusion' || subjectId === null) continue;
    if (operation === 'exclusions.discard-draft') {
      cases.delete(subjectId);
      continue;
    }
    const written = writtenDetail.safeParse(detail).data;
    if (written) {
      cases.set(subjectId, writtenCase(subjectId, written.after, written.stamped));
      continue;
    }
    const known = cases.get(subjectId);
    if (known === undefined) continue;
    const happened = eventDetail.safeParse(detail).data;
    if (happened) {
      const events = [...known.events, eventRow(subjectId, row.userName, happened.event)];
      cases.set(subjectId, stood({ ...known, events }, happened.stand));
    }
    const struck = struckOutDetail.safeParse(detail).data;
    if (struck) {
      const { id, voidedAt } = struck.struckOut;
      const events = known.events.map((one) =>
        one['id'] === id ? { ...one, voidedAt, voidedReason: struck.reason } : one,
      );
      cases.set(subjectId, stood({ ...known, events }, struck.stand));
    }
  }
  return cases;
}

/** Empty texts of the screen are none in the table. */
const orNull = (text: string | null): string | null => (text === '' ? null : text);

function writtenCase(id: string, entered: Entered, stamped: Stamped): ReplayedCase {
  const { reasons, sessions = [], end, endDate, endSlot, ...same } = entered;
  return {
    exclusion: {
      ...same,
      ...stamped,
      id,
      incidentAt: orNull(same.incidentAt),
      incidentPlace: orNull(same.incidentPlace),
      incidentLesson: orNull(same.incidentLesson ?? ''),
      incidentAccount: orNull(same.incidentAccount),
      decidedBy: orNull(same.decidedBy),
      endDate: end?.date ?? endDate ?? null,
      endSlot: end?.slot ?? endSlot ?? null,
      stoppedOn: null,
      stoppedSlot: null,
    },
    reasons,
    halfDays: sessions.map((one) => ({ ...one, givenBack: false })),
    events: [],
  };
}

const eventRow = (exclusionId: string, recordedBy: string, event: HappenedEvent) => ({
  id: event.id,
  exclusionId,
  type: event.type,
  onDate: event.on,
  onSlot: event.slot ?? null,
  outcome: event.outcome ?? null,
  backDate: event.back?.date ?? null,
  backSlot: event.back?.slot ?? null,
  note: event.note,
  recordedBy,
  recordedAt: event.recordedAt,
  voidedAt: null,
  voidedReason: null,
});

function stood(known: ReplayedCase, { state, version, stopped }: Stand): ReplayedCase {
  // "am", "lunch", "pm": the halves of a day and its lunchtime sort by name as the day runs.
  const from = stopped === undefined ? undefined : `${stopped.date} ${stopped.slot}`;
  return {
    ...known,
    exclusion: {
      ...known.exclusion,
      state,
      version,
      stoppedOn: stopped?.date ?? null,
      stoppedSlot: stopped?.slot ?? null,
    },
    halfDays: known.halfDays.map((one) => ({
      ...one,
      givenBack: from !== undefined && `${one.date} ${one.slot}` >= from,
    })),
  };
}
