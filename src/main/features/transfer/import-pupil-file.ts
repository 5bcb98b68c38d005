import type { OperationOutput } from '#shared/contract/contract.ts';
import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import type { EarlierPlan } from '#shared/domain/transfer/plan-earlier.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { termWords } from '#shared/text/pupil-words.ts';
import { keyFingerprint } from '../../exchange/seal-keys.ts';
import type { TransferFile } from '../../exchange/transfer-file.ts';
import { replaceEarlierRecord } from '../../storage/repositories/earlier-records.ts';
import { writeEarlierDays } from '../../storage/repositories/pupil-earlier-days.ts';
import { syncAtRisk } from '../at-risk-sync.ts';
import type { AuditNote, Changed, Handler } from '../context.ts';
import { syncDutiesOfPupils } from '../duty-sync.ts';
import { confirmSigner } from './judge-signer.ts';
import { judgeFile, openTransferFile, type JudgedFile } from './open-transfer-file.ts';

type Answer = OperationOutput<'transfer.import'>;

/** In half days: no pupil can have been out longer than 45 days in a school year (SI 2012/1033), wherever it was. */
const MOST_HALF_DAYS = 90;

/** Takes a pupil's file over, in one transaction with the days that count; the same file again changes nothing. */
export const importPupilFile: Handler<'transfer.import'> = async (context, input) => {
  const { fileId, sha256, fingerprint, ...chosen } = input;
  const opened = await openTransferFile(context, fileId);
  if (!opened.ok) return opened;
  const file = opened.value;
  if (sha256 !== undefined && sha256 !== file.sha256) {
    return refuse(
      'conflict',
      'The file has changed since it was checked. Nothing was changed; check it again.',
    );
  }
  return context.change<Answer>(async (db): Promise<Result<Changed<Answer>>> => {
    const found = await judgeFile(db, file, chosen, context.clock.today());
    if (!found.ok) return found;
    const { pupil, standing, outcome, plan } = found.value;
    const pupilId = pupil.id;
    if (outcome === 'same')
      return {
        ok: true,
        value: { value: { outcome, pupilId, terms: [...plan.terms] }, audit: [], quiet: true },
      };
    const may = mayTake(file, found.value, fingerprint);
    if (!may.ok) return may;
    const { school, history } = file.contents;
    const signer = { laEstab: school.laEstab, signedBy: file.signedBy };
    const compared = standing === 'confirmed' ? [] : [await confirmSigner(db, context, signer)];
    await replaceEarlierRecord(db, {
      id: context.newId(),
      pupilId,
      fromSchool: school.name,
      fromLaEstab: school.laEstab,
      madeOn: history.madeAt.slice(0, 10),
      sha256: file.sha256,
      history,
      importedBy: context.session.userName,
      importedAt: context.clock.now(),
    });
    for (const { schoolYear, term, after, source } of plan.terms)
      await writeEarlierDays(db, pupilId, { schoolYear, term, halfDays: after, source });
    await syncDutiesOfPupils(db, context, [pupilId], 'the days at earlier schools were changed');
    const atRisk = await syncAtRisk(db, context, pupil);
    return {
      ok: true,
      value: {
        value: { outcome: outcome === 'new' ? 'taken' : 'replaced', pupilId, terms: [...plan.terms] },
        audit: [noteOf(file, found.value), ...compared, ...atRisk.audit],
      },
    };
  });
};

function mayTake(
  { signedBy, contents: { school } }: TransferFile,
  { standing, plan }: JudgedFile,
  compared: string | undefined,
): Result<true> {
  const fingerprint = keyFingerprint(signedBy);
  if (standing !== 'confirmed' && plain(compared ?? '') !== plain(fingerprint)) {
    return refuse(
      'refused',
      `Nothing was changed: the key that the file is signed with is not confirmed yet. Ask ${school.name}, by telephone and on a number you know, whether its key is ${fingerprint}, and say so here.`,
      { fields: [{ path: 'fingerprint', message: 'Compare the key with the school first.' }] },
    );
  }
  const asked = plan.typed.filter(({ becomes }) => becomes === 'asked');
  if (asked.length > 0) {
    return refuse('refused', 'Nothing was changed: say first what the days are that were typed by hand.', {
      fields: asked.map(({ schoolYear, term }) => ({
        path: `typed.${String(schoolYear)}.${term}`,
        message: `Are the days of ${termWords(term)} ${formatSchoolYear(schoolYear)} told in the file, or of yet another school?`,
      })),
    });
  }
  return notTooMany(plan);
}

const plain = (text: string): string => text.replaceAll(/\s/g, '').toUpperCase();

function notTooMany({ terms }: EarlierPlan): Result<true> {
  const years = new Map<number, number>();
  for (const { schoolYear, after } of terms) years.set(schoolYear, (years.get(schoolYear) ?? 0) + after);
  const over = [...years].find(([, halfDays]) => halfDays > MOST_HALF_DAYS);
  if (over === undefined) return { ok: true, value: true };
  const [year, halfDays] = over;
  return refuse(
    'refused',
    `Nothing was changed: this makes ${String(halfDays / 2)} days at earlier schools in ${formatSchoolYear(year)}, and nobody can have more than ${String(MOST_HALF_DAYS / 2)} in a school year. Look whether days are counted twice, and ask the school before.`,
  );
}

/** Counts and days only: what the file says of the child stays in its record. */
function noteOf({ contents, sha256 }: TransferFile, { pupil, there, plan }: JudgedFile): AuditNote {
  const { school, history } = contents;
  const days = (which: 'before' | 'after') =>
    plan.terms
      .filter((term) => term[which] > 0)
      .map((term) => ({ schoolYear: term.schoolYear, term: term.term, halfDays: term[which] }));
  return {
    subjectType: 'pupil',
    subjectId: pupil.id,
    detail: {
      from: school.laEstab,
      fromSchool: school.name,
      madeAt: history.madeAt,
      sha256,
      replaced: there?.sha256 ?? null,
      before: days('before'),
      after: days('after'),
      typed: plan.typed.map(({ schoolYear, term, halfDays, becomes }) => ({
        schoolYear,
        term,
        halfDays,
        becomes,
      })),
    },
  };
}
