import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import type { TransferredPupil } from '#shared/domain/transfer/types.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { keyFingerprint } from '../../exchange/seal-keys.ts';
import { makeSigningKey, type SigningKey } from '../../exchange/signing-keys.ts';
import { writeTransferFile } from '../../exchange/transfer-file.ts';
import { findPupil, type PupilRecord } from '../../storage/repositories/pupils.ts';
import { ERASED_UPN } from '../../storage/repositories/retention.ts';
import { insertSealKey } from '../../storage/repositories/seal-keys.ts';
import type { Context, Handler } from '../context.ts';
import { exportFile } from '../export-file.ts';
import { homeSchool } from '../home-school.ts';
import { ownSigningKey } from '../sealing-keys.ts';
import { gatherHistory } from './gather-history.ts';

/**
 * Writes what goes with a pupil to the next school. The file is signed and anybody can read it: from here on the
 * protection of the database does not cover it. The school's signing key is made with the first.
 */
export const exportPupilFile: Handler<'transfer.export'> = async (context, { pupilId, destination }) => {
  const found = await context.read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { id: schoolId, laEstab, name } = home.value.school;
    const pupil = await findPupil(db, schoolId, pupilId);
    if (pupil === undefined || pupil.upn.startsWith(ERASED_UPN)) {
      return refuse('not-found', 'This pupil is not on your roll. Nothing was written.');
    }
    const history = await gatherHistory(db, { schoolId, laEstab, pupilId, now: context.clock.now() });
    return { ok: true as const, value: { laEstab, name, pupil, history } };
  });
  if (!found.ok) return found;
  const { laEstab, name, pupil, history } = found.value;
  const signing = await signingKey(context, laEstab);
  if (!signing.ok) return signing;
  const content = writeTransferFile(
    { school: { name, laEstab }, pupil: whoOf(pupil), history },
    signing.value,
  );
  if (!content.ok) return content;
  const year = schoolYearOf(context.clock.today());
  const yearHalfDays = history.halfDays
    .filter(({ schoolYear }) => schoolYear === year)
    .reduce((sum, { halfDays }) => sum + halfDays, 0);
  const fingerprint = keyFingerprint(signing.value.publicKey);
  const written = await exportFile(context, {
    destination,
    // The number and no name: file names are seen where records are not.
    suggestedName: `${pupil.upn}-${context.clock.today()}.pupil.json`,
    content: content.value,
    audit: (fileName) => ({
      subjectType: 'pupil',
      subjectId: pupilId,
      detail: {
        fileName,
        yearHalfDays,
        exclusions: history.exclusions.length,
        placements: history.placements.length,
        support: history.support.length,
      },
    }),
  });
  return written.ok ? { ok: true, value: { ...written.value, yearHalfDays, fingerprint } } : written;
};

function whoOf(pupil: PupilRecord): TransferredPupil {
  const { upn, formerUpn, surname, preferredSurname, forename, dob } = pupil;
  return {
    upn,
    ...(formerUpn === null ? {} : { formerUpn }),
    surname,
    ...(preferredSurname === null ? {} : { preferredSurname }),
    forename,
    dob,
  };
}

async function signingKey(context: Context, laEstab: string): Promise<Result<SigningKey>> {
  const { read, change, newId, clock, session } = context;
  const known = await read((db) => ownSigningKey(db, laEstab));
  if (known) return { ok: true, value: known };
  const made = makeSigningKey();
  const kept = await change<object>(async (db) => {
    // Somebody else may have made one in the meantime.
    if (await ownSigningKey(db, laEstab)) return { ok: true, value: { value: {}, audit: [] } };
    await insertSealKey(db, {
      id: newId(),
      holder: 'school',
      code: laEstab,
      ...made,
      addedBy: session.userName,
      addedAt: clock.now(),
      confirmedBy: null,
      retiredAt: null,
    });
    return {
      ok: true,
      value: {
        value: {},
        audit: {
          subjectType: 'school-key',
          subjectId: laEstab,
          detail: { fingerprint: keyFingerprint(made.publicKey), became: 'made' },
          outcome: 'done',
        },
      },
    };
  });
  if (!kept.ok) return kept;
  const now = await read((db) => ownSigningKey(db, laEstab));
  return now
    ? { ok: true, value: now }
    : refuse(
        'not-set-up',
        'There is no signing key of this school, and none could be made. Nothing was written.',
      );
}
