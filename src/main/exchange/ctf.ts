import type { Result } from '#shared/kernel/result.ts';
import { ok } from '#shared/kernel/result.ts';
import { freeMealsAt } from './ctf-free-meals.ts';
import { dropUndefined } from './drop-undefined.ts';
import type { ImportProblem, ReadWatch } from './file-problems.ts';
import { createProblemList, refuseCancelled, refuseFile } from './file-problems.ts';
import type { ImportedPupil, PupilField } from './imported-pupil.ts';
import type { RawField } from './pupil-check.ts';
import { checkPupil, createDuplicateCheck } from './pupil-check.ts';
import { readIsoDate } from './read-date.ts';
import { readText } from './read-text.ts';
import { walkXml } from './xml-reader.ts';
import type { XmlNode } from './xml-tree.ts';
import { childOf, childrenOf, descend, reportRepeats, reportSecondHeader, textAt } from './xml-tree.ts';

/** A school as files name it: authority (3 figures) and establishment (4). */
export interface SchoolNumber {
  readonly la: string;
  readonly estab: string;
}

export interface CtfHeader {
  readonly version?: string;
  /** As written in the file, e.g. `2026-01-19T10:00:00`. */
  readonly createdAt?: string;
  readonly qualifier?: string;
  readonly supplier?: string;
  readonly source?: SchoolNumber & { readonly name?: string };
  readonly destination?: SchoolNumber;
}

export interface CtfOptions extends ReadWatch {
  /** The school whose entry and leaving dates are wanted; the sending school when not given. */
  readonly school?: SchoolNumber;
}

export interface CtfContent {
  readonly header: CtfHeader;
  readonly pupils: readonly ImportedPupil[];
  readonly warnings: readonly ImportProblem[];
}

const PUPIL = 'CTfile/CTFpupilData/Pupil';
const NOT_A_CTF = 'Choose the file named like 2014001_CTF_2014002_001.xml that your pupil system exported.';

/** Large parts of a CTF that First Day has no use for and so never holds. */
const SKIPPED = new Set([
  'StageAssessments',
  'Attendance',
  'Contacts',
  'Address',
  'Phones',
  'Email',
  'NAWdetails',
  'Admissions',
  'Languages',
  'Disabilities',
  'SENneeds',
  'LearnerSupport',
]);

/** Where each part of a pupil stands; the first path that holds text wins (newer layout first). */
const PATHS: Readonly<Partial<Record<PupilField, readonly (readonly string[])[]>>> = {
  upn: [['UPN']],
  formerUpn: [['BasicDetails', 'FormerUPN'], ['FormerUPN']],
  surname: [['Surname']],
  forename: [['Forename']],
  middleNames: [['BasicDetails', 'MiddleNames'], ['MiddleNames']],
  preferredSurname: [['BasicDetails', 'PreferredSurname'], ['PreferredSurname']],
  preferredForename: [['BasicDetails', 'PreferredForename'], ['PreferredForename']],
  sex: [['Sex'], ['Gender']],
  dob: [['DOB']],
  ncYear: [['BasicDetails', 'NCyearActual'], ['NCyearActual']],
  form: [['BasicDetails', 'RegistrationGroup'], ['RegistrationGroup'], ['RegGroup']],
  enrolStatus: [['BasicDetails', 'EnrolStatus'], ['EnrolStatus']],
  inCare: [['LookedAfter', 'InCare']],
  careAuthority: [['LookedAfter', 'CareAuthority']],
  ethnicity: [['BasicDetails', 'Ethnicity'], ['Ethnicity']],
};

const GIVEN_ONCE = new Set(['SENhistory', 'FSMhistory', 'SchoolHistory', ...Object.values(PATHS).flat(2)]);

/**
 * Reads a Common Transfer File: version 25.0 (`Sex` on the pupil) and the older layout (`Gender`, details in
 * `BasicDetails`). All or nothing: any error refuses the file with every problem located, up to 100.
 */
export function readCtf(bytes: Uint8Array, options: CtfOptions = {}): Result<CtfContent> {
  const file = readText(bytes, 'xml');
  if (!file.ok) return file;
  const problems = createProblemList();
  const checkDuplicate = createDuplicateCheck(problems);
  const pupils: ImportedPupil[] = [];
  let header: CtfHeader | undefined;
  const walked = walkXml(
    file.value,
    {
      ...options,
      skip: SKIPPED,
      onRoot: (name, line) =>
        name === 'CTfile'
          ? undefined
          : { line, element: name, message: 'This is not a Common Transfer File (CTF).', remedy: NOT_A_CTF },
      records: {
        'CTfile/Header': (node) => {
          if (header !== undefined) reportSecondHeader(node, 'CTfile/Header', problems);
          header = readHeader(node);
        },
        [PUPIL]: (node) => {
          reportPupilRepeats(node, problems);
          const school = options.school ?? header?.source;
          const pupil = checkPupil(
            { line: node.line, field: (name) => fieldOf(node, name, school), readDate: readIsoDate },
            problems,
          );
          if (pupil === undefined) return;
          checkDuplicate(pupil, `${PUPIL}/UPN`);
          pupils.push(pupil);
        },
      },
    },
    problems,
  );
  if (walked === 'cancelled') return refuseCancelled();
  if (problems.errorCount() === 0 && header === undefined) {
    problems.error({ element: 'CTfile/Header', message: "The file's header is missing.", remedy: NOT_A_CTF });
  }
  if (problems.errorCount() === 0 && pupils.length === 0) {
    problems.error({
      element: PUPIL,
      message: 'The file holds no pupils.',
      remedy: 'Export it again and choose the pupils to be in it.',
    });
  }
  if (problems.errorCount() > 0) return refuseFile(problems.all());
  return ok({ header: header ?? {}, pupils, warnings: [...file.value.warnings, ...problems.warnings()] });
}

function readHeader(node: XmlNode): CtfHeader {
  const source = schoolNumber(childOf(node, 'SourceSchool'));
  const name = textAt(node, 'SourceSchool', 'SchoolName');
  return dropUndefined({
    version: textAt(node, 'CTFversion'),
    createdAt: textAt(node, 'DateTime'),
    qualifier: textAt(node, 'DocumentQualifier'),
    supplier: textAt(node, 'SupplierID'),
    source: source && dropUndefined({ ...source, name }),
    destination: schoolNumber(childOf(node, 'DestSchool')),
  });
}

function schoolNumber(node: XmlNode | undefined): SchoolNumber | undefined {
  const la = textAt(node, 'LEA');
  const estab = textAt(node, 'Estab');
  return la === undefined || estab === undefined ? undefined : { la, estab };
}

function reportPupilRepeats(node: XmlNode, problems: ReturnType<typeof createProblemList>): void {
  reportRepeats(node, PUPIL, GIVEN_ONCE, problems);
  for (const part of ['BasicDetails', 'LookedAfter']) {
    reportRepeats(childOf(node, part), `${PUPIL}/${part}`, GIVEN_ONCE, problems);
  }
}

function fieldOf(node: XmlNode, name: PupilField, school: SchoolNumber | undefined): RawField {
  if (name === 'fsm') return freeMealsAt(node, `${PUPIL}/FSMhistory`);
  if (name === 'senProvision') return found(latestSen(node), [['SENhistory', 'SEN', 'SENprovision']], node);
  if (name === 'entryDate' || name === 'leavingDate') {
    const element = name === 'entryDate' ? 'EntryDate' : 'LeavingDate';
    return found(childOf(stayAt(node, school), element), [['SchoolHistory', 'School', element]], node);
  }
  const paths = PATHS[name] ?? [];
  const at = paths.map((path) => descend(node, path)).find((one) => one !== undefined && one.text !== '');
  return found(at, paths, node);
}

function found(at: XmlNode | undefined, paths: readonly (readonly string[])[], pupil: XmlNode): RawField {
  return { text: at?.text, line: at?.line ?? pupil.line, element: [PUPIL, ...(paths[0] ?? [])].join('/') };
}

/** SEN history may list several stages; the one that began last holds now. */
function latestSen(node: XmlNode): XmlNode | undefined {
  const stages = childrenOf(childOf(node, 'SENhistory'), 'SEN');
  return childOf(latestBy(stages, 'StartDate'), 'SENprovision');
}

/** The pupil's last stay at the school in question: he or she may have left and come back. */
function stayAt(node: XmlNode, school: SchoolNumber | undefined): XmlNode | undefined {
  const stays = childrenOf(childOf(node, 'SchoolHistory'), 'School').filter(
    (stay) => textAt(stay, 'LEA') === school?.la && textAt(stay, 'Estab') === school?.estab,
  );
  return latestBy(stays, 'EntryDate');
}

/** The element whose date child is greatest (ISO dates sort as text); the later one of equals. */
function latestBy(nodes: readonly XmlNode[], dateName: string): XmlNode | undefined {
  return nodes.reduce<XmlNode | undefined>(
    (best, one) => ((textAt(one, dateName) ?? '') >= (textAt(best, dateName) ?? '') ? one : best),
    undefined,
  );
}
