import { censusName } from '#shared/domain/returns/census-name.ts';
import type { ReturnFormat } from '#shared/domain/returns/types.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { censusDateTime } from '../../exchange/census-date-time.ts';
import { writeCensusXml } from '../../exchange/census-xml.ts';
import { writeReturnCsv } from '../../exchange/return-csv.ts';
import type { ReturnDocument } from '../../exchange/return-document.ts';
import { sha256 } from '../../exchange/sha256.ts';
import { validateXml } from '../../exchange/validate-xml.ts';
import { readResource } from '../../platform/resources.ts';
import { nextReturnVersion, type Receipt } from '../../storage/repositories/returns.ts';
import type { Context } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { buildReturn } from './build-return.ts';
import type { Period } from './census-period.ts';

/** A return ready to be written: the text of its file and the receipt it will have. */
export interface PreparedReturn {
  readonly text: string;
  readonly receipt: Receipt;
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
  format: ReturnFormat,
): Promise<Result<PreparedReturn>> {
  const built = await read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { school, workspace } = home.value;
    const version = await nextReturnVersion(db, school.id, period);
    const outcome = await buildReturn(db, school, period, {
      lunchtimes: workspace.lunchtimesInReturn,
      today: clock.today(),
    });
    return { ok: true as const, value: { school, version, ...outcome } };
  });
  if (!built.ok) return built;
  const { school, version, verdicts, counts, document } = built.value;
  const errors = verdicts.flatMap(({ problems }) => problems).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const need = errors.length === 1 ? 'one error needs' : `${errors.length} errors need`;
    return refuse('refused', `Nothing was written: ${need} correcting first. “Go to record” leads to each.`);
  }
  const serialNo = String(version).padStart(3, '0');
  const written = await write(
    {
      ...document,
      serialNo,
      createdAt: censusDateTime(clock.now()),
      software: 'First Day',
      release: program.version,
    },
    format,
  );
  if (!written.ok) {
    // The writers speak of a file that was read; here nothing has been written yet.
    return refuse('refused', 'Nothing was written: some values do not fit the layout of the return.', {
      problems: written.error.problems ?? [],
    });
  }
  return {
    ok: true,
    value: {
      text: written.value,
      receipt: {
        id: newId(),
        schoolId: school.id,
        periodFrom: period.from,
        periodTo: period.to,
        periodName: period.name,
        periodKind: 'census',
        document: null,
        sealedFor: null,
        version,
        format,
        fileName: `${school.laEstab}_exclusions_${period.term}${period.year}_${serialNo}.${EXTENSION[format]}`,
        sha256: sha256(Buffer.from(written.value, 'utf8')),
        nil: document.nil,
        counts,
        exportedBy: session.userName,
        exportedAt: clock.now(),
      },
    },
  };
}

async function write(document: ReturnDocument, format: ReturnFormat): Promise<Result<string>> {
  if (format === 'csv') return writeReturnCsv(document);
  const xml = writeCensusXml({
    ...document,
    pupils: document.pupils.map((pupil) => ({
      ...pupil,
      surname: censusName(pupil.surname),
      forename: censusName(pupil.forename),
    })),
  });
  if (!xml.ok) return xml;
  const valid = await validateXml(xml.value, readResource('schemas/census-exclusions-2020.xsd'));
  return valid.ok ? xml : valid;
}
