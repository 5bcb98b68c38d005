import type { ParsedInput } from '#shared/contract/contract.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import type { LetterDocument } from '../../documents/letter-document.ts';
import { readSchoolDetails } from '../../storage/repositories/school-details.ts';
import type { Db } from '../../storage/store.ts';
import type { Context, Handler } from '../context.ts';
import { documentBytes, documentFileName } from '../document-bytes.ts';
import { exportFile } from '../export-file.ts';
import { homeSchool } from '../home-school.ts';
import { letterheadOf } from '../letterhead-of.ts';
import { mayGo } from './issue-letter.ts';
import { readContent } from './letter-content.ts';
import { knownLetter } from './open-letter.ts';
import { readLetterCase } from './read-letter-case.ts';
import { findIssue } from './sent-letter.ts';
import { writeCaseLetter } from './write-case-letter.ts';

interface Prepared {
  readonly letter: LetterDocument;
  readonly pupilName: string;
  readonly day: string;
  /** The school's own letterhead as kept, if it has one. */
  readonly letterhead: string | null;
}

/**
 * Writes a letter as PDF or Word: the one that is prepared, or exactly what was sent. One that is prepared must be ready
 * to go: an unfinished letter on paper would sooner or later be sent.
 */
export const exportLetter: Handler<'letters.export'> = async (context, input) => {
  if (input.format === 'pdf' && context.printPdf === undefined) {
    return refuse(
      'refused',
      'PDF can be made only in First Day’s window. Nothing was written. Here it can be written as Word (docx).',
    );
  }
  const prepared = await context.read((db) => prepare(db, context, input));
  if (!prepared.ok) return prepared;
  const { letter, pupilName, day, letterhead } = prepared.value;
  const content = await documentBytes(context, input.format, letter, letterhead);
  return exportFile(context, {
    destination: input.destination,
    suggestedName: documentFileName(`${letter.title}, ${pupilName}, ${day}`, input.format),
    content,
    audit: (name) => ({
      subjectType: 'exclusion',
      subjectId: input.exclusionId,
      detail: {
        letter: input.templateId,
        title: letter.title,
        format: input.format,
        fileName: name,
        ...(input.issueId === undefined ? {} : { issueId: input.issueId }),
      },
    }),
  });
};

async function prepare(
  db: Db,
  context: Context,
  { exclusionId, templateId, issueId }: ParsedInput<'letters.export'>,
): Promise<Result<Prepared>> {
  if (issueId !== undefined) {
    const found = await findIssue(db, issueId);
    if (!found.ok) return found;
    const { issue, pupilName } = found.value;
    if (issue.exclusionId !== exclusionId || issue.templateId !== templateId) {
      return refuse('not-found', 'This letter was sent in another case. Nothing was written.');
    }
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const details = await readSchoolDetails(db, home.value.school.id);
    const { title, letterhead, blocks } = readContent(issue.content);
    return {
      ok: true,
      value: {
        letter: { title, letterhead, blocks },
        pupilName,
        day: issue.sentOn,
        letterhead: details?.letterhead ?? null,
      },
    };
  }
  const id = knownLetter(templateId);
  if (!id.ok) return id;
  const day = context.clock.today();
  const read = await readLetterCase(db, context, exclusionId, day);
  if (!read.ok) return read;
  const { facts, details } = read.value;
  const written = writeCaseLetter(id.value, read.value);
  const ready = mayGo(id.value, read.value, written);
  if (!ready.ok) return ready;
  return {
    ok: true,
    value: {
      letter: { title: written.title, letterhead: letterheadOf(facts), blocks: written.letter.blocks },
      pupilName: facts.pupil.name,
      day,
      letterhead: details?.letterhead ?? null,
    },
  };
}
