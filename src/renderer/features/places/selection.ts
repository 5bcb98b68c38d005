import { canStandInRun, sessionKey, toRunSession, type BoardRow, type RunSession } from './board-view.ts';

/** The run being put together: sessions of one provider, kept while the week shown changes. */
export interface Selection {
  readonly providerId: string;
  readonly sessions: readonly RunSession[];
}

/** Puts a session in or takes it out. A session of another provider starts a new run: one booking has one provider. */
export function toggle(
  selection: Selection | undefined,
  providerId: string,
  session: RunSession,
): Selection | undefined {
  if (selection?.providerId !== providerId) return { providerId, sessions: [session] };
  const without = selection.sessions.filter((other) => sessionKey(other) !== sessionKey(session));
  const sessions =
    without.length < selection.sessions.length
      ? without
      : [...without, session].toSorted((a, b) => (sessionKey(a) < sessionKey(b) ? -1 : 1));
  return sessions.length === 0 ? undefined : { providerId, sessions };
}

/** The sessions between two columns of a row that may stand in a run, both included: what Shift and an arrow select. */
export function stretch(
  row: BoardRow,
  anchor: number,
  to: number,
  mayOverride: boolean,
): Selection | undefined {
  const sessions = row.cells
    .slice(Math.min(anchor, to), Math.max(anchor, to) + 1)
    .filter((cell) => canStandInRun(cell, mayOverride))
    .map(toRunSession);
  return sessions.length === 0 ? undefined : { providerId: row.id, sessions };
}
