import { refuse, type FileProblem, type Result } from '#shared/kernel/result.ts';
import { csvHeadings } from '../exchange/csv-headings.ts';
import { receivedRows } from '../exchange/received-rows.ts';
import { readReturn, type ReadReturn } from '../exchange/return-files.ts';
import { looksSealed } from '../exchange/sealed-file.ts';
import { sha256 } from '../exchange/sha256.ts';
import { checkMade } from './check-made.ts';
import { checkSender } from './check-sender.ts';
import { checkWindow } from './check-window.ts';
import { foldHeadings, isList } from './fold-headings.ts';
import { columnsForList } from './school-of-list.ts';
import type { ReadFile, ReadOrder, ReadTask } from './types.ts';

/** Refused files up to this size are kept for another try. */
const MOST_KEPT = 8 * 1024 * 1024;

type Refusal = Extract<Result<unknown>, { ok: false }>;

/** Makes rows of the bytes of one return, or says why not. Reads no database. */
export async function readBytes(
  at: number,
  task: Omit<ReadTask, 'path'> & { readonly bytes: Uint8Array },
  order: ReadOrder,
): Promise<ReadFile> {
  const { name, bytes } = task;
  const fingerprint = sha256(bytes);
  if (task.signedBy === undefined && looksSealed(bytes)) {
    return { at, name, kind: 'sealed', bytes, sha256: fingerprint };
  }
  if (order.known.has(fingerprint)) return { at, name, kind: 'known', sha256: fingerprint };
  const known = mappingFor(bytes, name, order);
  const mapping = known && columnsForList(known, task, order);
  if (mapping?.ok === false) return refusedFile(at, name, mapping, { bytes, sha256: fingerprint });
  const read = await readReturn(name, bytes, mapping === undefined ? {} : { mapping: mapping.value });
  const judged = read.ok ? judge(read.value, task, order) : read;
  if (!judged.ok) return refusedFile(at, name, judged, { bytes, sha256: fingerprint });
  const { document, format, warnings } = judged.value;
  const { received, exclusions } = receivedRows(document, {
    id: '',
    schoolName: '',
    format,
    fileName: name,
    sha256: fingerprint,
    receivedBy: '',
    receivedAt: '',
    signedBy: task.signedBy ?? null,
  });
  const { id: _id, schoolName: _name, receivedBy: _by, receivedAt: _at, ...head } = received;
  // One that does not say when it was made goes by the end of its period, which may be still to come.
  const createdAt =
    document.createdAt === undefined && head.createdAt > order.today ? order.today : head.createdAt;
  return {
    at,
    name,
    kind: 'return',
    head: { ...head, createdAt, namedAs: document.school.name },
    exclusions,
    warnings,
  };
}

/** How the columns of a sender's CSV were named before, found again by its headings. */
function mappingFor(bytes: Uint8Array, name: string, { mappings }: ReadOrder) {
  if (mappings.size === 0 || !isList(name)) return undefined;
  const headings = csvHeadings(bytes);
  return headings.ok ? mappings.get(foldHeadings(headings.value)) : undefined;
}

/** What the readers cannot know: whose return it is, when it can have been made, and whether it keeps to its period. */
function judge(read: ReadReturn, task: ReadTask, order: ReadOrder): Result<ReadReturn> {
  const sender = checkSender(read.document.school, task, order);
  if (sender) return refuse('refused', sender.message, { problems: [sender.problem] });
  const made = checkMade(read.document, order);
  if (made) return refuse('refused', `Not imported: ${made.message} ${made.remedy}`, { problems: [made] });
  const outside = checkWindow(read.document, read.lines);
  return outside.length === 0
    ? { ok: true, value: read }
    : refuse('unreadable-file', 'Exclusions start outside the period.', { problems: outside });
}

/** A file that is not taken, with its bytes where they may be kept. */
export function refusedFile(
  at: number,
  name: string,
  { error }: Refusal,
  file?: { readonly bytes: Uint8Array; readonly sha256: string },
): ReadFile {
  const problems: readonly FileProblem[] = error.problems ?? [];
  return {
    at,
    name,
    kind: 'refused',
    sha256: file?.sha256,
    size: file?.bytes.length ?? 0,
    content: file && file.bytes.length <= MOST_KEPT ? file.bytes : undefined,
    message: refusalSentence(error.message, problems),
    problems,
  };
}

/** The same refusal, of what the file lay in: that is what is kept and tried again. */
export const refusedAs = (
  refused: Extract<ReadFile, { readonly kind: 'refused' }>,
  name: string,
  whole: { readonly bytes: Uint8Array; readonly sha256: string },
): ReadFile => ({
  ...refused,
  name,
  sha256: whole.sha256,
  size: whole.bytes.length,
  content: whole.bytes.length <= MOST_KEPT ? whole.bytes : undefined,
});

/** What is wrong at many places is counted; the places are in the problems. */
function refusalSentence(message: string, problems: readonly FileProblem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const found = errors.length;
  if (found === 0 || message.startsWith('Not imported: ')) return message;
  const [only] = errors;
  if (found === 1 && only && only.line === undefined) return `Not imported: ${only.message} ${only.remedy}`;
  return `Not imported: ${found === 1 ? '1 problem' : `${found} problems`}. Nothing of the file was kept; the school must send it again.`;
}
