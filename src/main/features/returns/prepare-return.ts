import { censusName } from '#shared/domain/returns/census-name.ts';
import type { ReturnFormat } from '#shared/domain/returns/types.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { censusDateTime } from '../../exchange/census-date-time.ts';
import { canonicalReturn, type ReturnDocument } from '../../exchange/return-document.ts';
import { writeReturn } from '../../exchange/return-files.ts';
import { returnedExclusions } from '../../exchange/returned-exclusions.ts';
import { SEALED_ENDING } from '../../exchange/sealed-file.ts';
import { sha256 } from '../../exchange/sha256.ts';
import { nextReturnVersion, type Receipt } from '../../storage/repositories/returns.ts';
import type { Context } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { buildReturn } from './build-return.ts';
import { periodCode, type Period } from './return-period.ts';
import { readSealingKeys, sealWith } from './seal-return.ts';

/** A return ready to be written: the bytes of its file and the receipt it will have. */
export interface PreparedReturn {
  readonly bytes: Uint8Array;
  readonly receipt: Receipt;
}

/** What is asked for: the format, and whether it is sealed for the authority. */
export interface ExportChoice {
  readonly format: ReturnFormat;
  readonly seal: boolean;
}

const EXTENSION: Readonly<Record<ReturnFormat, string>> = {
  'census-xml': 'xml',
  'authority-xml': 'xml',
  csv: 'csv',
  xlsx: 'xlsx',
};

/** Builds, checks and writes the return in memory. Refused while a record in it has an error. */
export async function prepareReturn(
  { clock, session, newId, program, read }: Context,
  period: Period,
  { format, seal }: ExportChoice,
): Promise<Result<PreparedReturn>> {
  const { name, ...plain } = period;
  const built = await read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { school, workspace } = home.value;
    const keys = await readSealingKeys(db, school.laEstab, seal);
    if (!keys.ok) return keys;
    const version = await nextReturnVersion(db, school.id, period);
    const outcome = await buildReturn(db, school, plain, {
      lunchtimes: workspace.lunchtimesInReturn,
      today: clock.today(),
    });
    return { ok: true as const, value: { school, version, keys: keys.value, ...outcome } };
  });
  if (!built.ok) return built;
  const { school, version, keys, verdicts, counts, document } = built.value;
  const errors = verdicts.flatMap(({ problems }) => problems).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const need = errors.length === 1 ? 'one error needs' : `${errors.length} errors need`;
    return refuse('refused', `Nothing was written: ${need} correcting first. “Go to record” leads to each.`);
  }
  const serialNo = String(version).padStart(3, '0');
  const whole = canonicalReturn({
    ...document,
    serialNo,
    createdAt: censusDateTime(clock.now()),
    software: 'First Day',
    release: program.version,
  });
  const written = await writeReturn(format === 'census-xml' ? withCensusNames(whole) : whole, format);
  if (!written.ok) {
    // The writers speak of a file that was read; here nothing has been written yet.
    return refuse('refused', 'Nothing was written: some values do not fit the layout of the return.', {
      problems: written.error.problems ?? [],
    });
  }
  const fileName = `${school.laEstab}_exclusions_${periodCode(plain)}_${serialNo}.${EXTENSION[format]}`;
  const { laEstab } = school;
  const bytes = keys ? await sealWith(keys, written.value, { fileName, laEstab }) : written.value;
  return {
    ok: true,
    value: {
      bytes,
      receipt: {
        id: newId(),
        schoolId: school.id,
        periodFrom: period.from,
        periodTo: period.to,
        periodName: name,
        periodKind: period.kind,
        document: returnedExclusions(whole),
        sealedFor: keys?.recipient ?? null,
        version,
        format,
        fileName: keys ? `${fileName}${SEALED_ENDING}` : fileName,
        sha256: sha256(bytes),
        nil: document.nil,
        counts,
        exportedBy: session.userName,
        exportedAt: clock.now(),
      },
    },
  };
}

/** Names as the census takes them; the other formats have them whole. */
const withCensusNames = (document: ReturnDocument): ReturnDocument => ({
  ...document,
  pupils: document.pupils.map((pupil) => ({
    ...pupil,
    surname: censusName(pupil.surname),
    forename: censusName(pupil.forename),
  })),
});
