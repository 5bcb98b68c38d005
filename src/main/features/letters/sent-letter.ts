import { refuse, type Result } from '#shared/kernel/result.ts';
import { readLetterIssue, type LetterIssueRecord } from '../../storage/repositories/letters.ts';
import type { Db } from '../../storage/store.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { readContent } from './letter-content.ts';
import { readLetterCase } from './read-letter-case.ts';
import { issueView, staleOf } from './write-case-letter.ts';

/** A letter exactly as it was sent. */
export const sentLetter: Handler<'letters.sent'> = (context, { issueId }) =>
  context.read(async (db) => {
    const found = await findIssue(db, issueId);
    if (!found.ok) return found;
    const { issue, pupilName } = found.value;
    const read = await readLetterCase(db, context, issue.exclusionId, context.clock.today());
    if (!read.ok) return read;
    return {
      ok: true,
      value: {
        exclusionId: issue.exclusionId,
        pupilName,
        blocks: readContent(issue.content).blocks,
        issue: issueView(issue, staleOf(issue, read.value)),
      },
    };
  });

/** An issue of this school's log, or a sentence. */
export async function findIssue(
  db: Db,
  issueId: string,
): Promise<Result<{ readonly issue: LetterIssueRecord; readonly pupilName: string }>> {
  const home = await homeSchool(db);
  if (!home.ok) return home;
  const found = await readLetterIssue(db, home.value.school.id, issueId);
  if (found) return { ok: true, value: found };
  return refuse('not-found', 'There is no such letter in the log. Open the letters of the case again.');
}
