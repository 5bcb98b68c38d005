import { refuse, type FieldError, type Result } from '#shared/kernel/result.ts';
import { readCtf, type CtfHeader } from '../../exchange/ctf.ts';
import type { ImportProblem, ReadWatch } from '../../exchange/file-problems.ts';
import { problem } from '../../exchange/file-problems.ts';
import { PUPIL_FIELDS, type ImportedPupil, type PupilField } from '../../exchange/imported-pupil.ts';
import { suggestMapping, type PupilCsvMapping } from '../../exchange/pupil-csv-columns.ts';
import { inspectCsv, readPupilCsv } from '../../exchange/pupil-csv.ts';
import type { JobReporter } from '../context.ts';
import type { PupilFile } from './open-pupil-file.ts';

/** The pupils of a file, and how the file names each part (to point at it when it is wrong). */
export interface PupilFileContent {
  readonly pupils: readonly ImportedPupil[];
  readonly warnings: readonly ImportProblem[];
  readonly elementOf: (field: PupilField) => string;
}

/** The share of the whole work, by time, that reading takes. */
export const READING_SHARE = 0.4;

const isPupilField = (text: string): text is PupilField => PUPIL_FIELDS.some((field) => field === text);

/**
 * Reads a CTF, or a CSV by the mapping given (or the suggested one). `laEstab` is the home school's number: a CTF's
 * entry and leaving dates are taken for it.
 */
export function readPupilFile(
  file: PupilFile,
  { mapping, laEstab }: { readonly mapping: Record<string, string> | undefined; readonly laEstab: string },
  job: JobReporter,
): Result<PupilFileContent> {
  const watch: ReadWatch = {
    cancelled: () => {
      job.checkCancelled();
      return false;
    },
    progress: (done, total) => job.progress((READING_SHARE * done) / total, 'Reading the file'),
  };
  if (file.kind === 'pupil-csv') return readCsv(file, mapping, watch);
  const school = { la: laEstab.slice(0, 3), estab: laEstab.slice(3) };
  const read = readCtf(file.bytes, { ...watch, school });
  if (!read.ok) return read;
  return {
    ok: true,
    value: {
      pupils: read.value.pupils,
      warnings: [...read.value.warnings, ...otherSchool(read.value.header, laEstab)],
      elementOf: (field) => `Pupil/${CTF_ELEMENTS[field] ?? field}`,
    },
  };
}

function readCsv(
  file: PupilFile,
  given: Record<string, string> | undefined,
  watch: ReadWatch,
): Result<PupilFileContent> {
  const mapping = given === undefined ? suggestedFor(file) : checkMapping(given);
  if (!mapping.ok) return mapping;
  const read = readPupilCsv(file.bytes, mapping.value, watch);
  if (!read.ok) return read;
  return {
    ok: true,
    value: { ...read.value, elementOf: (field) => mapping.value[field] ?? field },
  };
}

function suggestedFor(file: PupilFile): Result<PupilCsvMapping> {
  const inspected = inspectCsv(file.bytes);
  return inspected.ok ? { ok: true, value: suggestMapping(inspected.value.columns) } : inspected;
}

/** A mapping as it came over the API: its keys must be parts of a pupil. */
function checkMapping(given: Record<string, string>): Result<PupilCsvMapping> {
  const mapping: Partial<Record<PupilField, string>> = {};
  const fields: FieldError[] = [];
  for (const [field, heading] of Object.entries(given)) {
    if (isPupilField(field)) mapping[field] = heading;
    else fields.push({ path: `mapping.${field}`, message: `“${field}” is not a part of a pupil.` });
  }
  if (fields.length === 0) return { ok: true, value: mapping };
  return refuse('invalid-input', 'Some of the columns are mapped to something unknown.', { fields });
}

const CTF_ELEMENTS: Readonly<Partial<Record<PupilField, string>>> = {
  upn: 'UPN',
  formerUpn: 'BasicDetails/FormerUPN',
  surname: 'Surname',
  forename: 'Forename',
  dob: 'DOB',
  entryDate: 'SchoolHistory/School/EntryDate',
  leavingDate: 'SchoolHistory/School/LeavingDate',
};

/** A CTF that is neither from nor for this school may still be right, but somebody should look. */
function otherSchool({ source, destination }: CtfHeader, laEstab: string): ImportProblem[] {
  const isOurs = (school: { la: string; estab: string } | undefined): boolean =>
    school !== undefined && `${school.la}${school.estab}` === laEstab;
  if ((source === undefined && destination === undefined) || isOurs(source) || isOurs(destination)) return [];
  return [
    problem('warning', {
      element: 'Header/DestSchool',
      value: destination && `${destination.la}/${destination.estab}`,
      message: 'This file is neither from your school nor addressed to it.',
      remedy: 'Check that it is the right file before you import it.',
    }),
  ];
}
