import type { OperationName } from '#shared/contract/contract.ts';
import type { AuditNote, Services, UserSession } from './context.ts';
import { pupilsOfSubjects } from '../storage/repositories/audit-pupils.ts';
import { findPupilName } from '../storage/repositories/pupil-name.ts';
import type { Db } from '../storage/store.ts';
import { sentLaterAs } from './away.ts';
import type { Envelope } from './envelope.ts';

interface Done {
  readonly session: UserSession;
  readonly name: OperationName;
  readonly input: unknown;
  readonly envelope: Envelope;
  readonly notes: readonly AuditNote[];
}

/** Inside the write of a command while the server is away: puts it into the outbox. Nothing while it answers. */
export async function keepForLater(
  { away, clock, newId }: Services,
  { session, name, input, envelope, notes }: Done,
  db: Db,
): Promise<void> {
  const operation = sentLaterAs(name);
  if (!away?.standing() || operation === undefined) return;
  const [note] = notes;
  // Saved as it was: nothing to send.
  if (!note) return;
  const pupilId =
    note.pupilId ?? pupilOf(input) ?? (await pupilsOfSubjects(db, [note]))(note.subjectType, note.subjectId);
  away.keep({
    id: envelope.commandId ?? newId(),
    operation,
    input: operation === name ? input : { exclusionId: note.subjectId, ...printed(note) },
    session,
    at: clock.now(),
    day: clock.today(),
    pupilId,
    pupilName: pupilId === undefined ? '' : ((await findPupilName(db, pupilId)) ?? ''),
    title: text(note, 'title'),
    state: 'waiting',
  });
}

/** The audit row of a command that is sent late says when it was given. */
export const givenAway = (note: AuditNote, { given }: Envelope): AuditNote =>
  given === undefined ? note : { ...note, detail: { ...detailOf(note), givenAt: given.at } };

const detailOf = ({ detail }: AuditNote): Readonly<Record<string, unknown>> =>
  typeof detail === 'object' && detail !== null ? { ...detail } : {};

function text(note: AuditNote, key: string): string {
  const value = detailOf(note)[key];
  return typeof value === 'string' ? value : '';
}

const printed = (note: AuditNote) => ({
  templateId: text(note, 'letter'),
  title: text(note, 'title'),
  format: text(note, 'format'),
});

function pupilOf(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null || !('pupilId' in input)) return undefined;
  return typeof input.pupilId === 'string' ? input.pupilId : undefined;
}
