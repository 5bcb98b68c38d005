import type { Result } from '#shared/kernel/result.ts';
import { ok } from '#shared/kernel/result.ts';
import { annualWindow, censusWindow } from './census-window.ts';
import { dropUndefined } from './drop-undefined.ts';
import type { ImportProblem, ProblemList, ReadWatch } from './file-problems.ts';
import { createProblemList, refuseCancelled, refuseFile } from './file-problems.ts';
import type { PupilField } from './imported-pupil.ts';
import type { RawField } from './pupil-check.ts';
import { checkPupil } from './pupil-check.ts';
import { readIsoDate } from './read-date.ts';
import { readText } from './read-text.ts';
import { checkExclusion, checkHeader, createRepeatedExclusionCheck } from './return-check.ts';
import type { ReturnDocument, ReturnExclusion, ReturnLines, ReturnPupil } from './return-document.ts';
import { walkXml } from './xml-reader.ts';
import type { XmlNode } from './xml-tree.ts';
import { childOf, childrenOf, descend, reportRepeats, textAt } from './xml-tree.ts';

export interface CensusContent {
  readonly document: ReturnDocument;
  readonly lines: ReturnLines;
  readonly warnings: readonly ImportProblem[];
}

const GROUPS = {
  onRoll: 'Message/Pupils/PupilsOnRoll/PupilOnRoll',
  left: 'Message/Pupils/PupilsNoLongerOnRoll/PupilNoLongerOnRoll',
} as const;

const NOT_A_CENSUS = 'Choose a school census file, or a return that First Day made.';

/** Parts of a full census that the exclusions return does not need and that are therefore never held. */
const SKIPPED = new Set([
  'HomeInformation',
  'Attendance',
  'PupilCharacteristics',
  'LearningAims',
  'PostLookedAfterArrangements',
]);

const PATHS: Readonly<Partial<Record<PupilField, readonly (readonly string[])[]>>> = {
  upn: [['PupilIdentifiers', 'UPN']],
  formerUpn: [['PupilIdentifiers', 'FormerUPN']],
  surname: [['PupilIdentifiers', 'Surname']],
  forename: [['PupilIdentifiers', 'Forename']],
  sex: [
    ['PupilIdentifiers', 'Sex'],
    ['PupilIdentifiers', 'Gender'],
  ],
  dob: [['PupilIdentifiers', 'DOB']],
  enrolStatus: [['PupilStatus', 'EnrolStatus']],
  entryDate: [['PupilStatus', 'EntryDate']],
  leavingDate: [['PupilStatus', 'LeavingDate']],
  ncYear: [['PupilStatus', 'NCyearActual']],
  senProvision: [['SpecialEducationalNeeds', 'SENprovision']],
};

/**
 * Reads the exclusions of a school census file, in the layout of 2020 on (`Reasons/Reason`, `Sex`, SUSP) or of
 * 2012 to 2019 (one `Reason`, `Gender`, FIXD, and `AnnualExclusion` of the former PRU census). Pupils without
 * exclusions are passed over unread. Optional parts may be missing; school, census, pupil and exclusion must be
 * certain. All or nothing: any error refuses the file with every problem located, up to 100.
 */
export function readCensusXml(bytes: Uint8Array, watch: ReadWatch = {}): Result<CensusContent> {
  const file = readText(bytes, 'xml');
  if (!file.ok) return file;
  const problems = createProblemList();
  const collected = createCollector(problems);
  const walked = walkXml(
    file.value,
    {
      ...watch,
      skip: SKIPPED,
      onRoot: (name, line) =>
        name === 'Message'
          ? undefined
          : { line, element: name, message: 'This is not a school census file.', remedy: NOT_A_CENSUS },
      records: {
        'Message/Header': collected.header,
        'Message/School/SchoolCharacteristics': collected.school,
        [GROUPS.onRoll]: (node) => {
          collected.pupil(node, true);
        },
        [GROUPS.left]: (node) => {
          collected.pupil(node, false);
        },
      },
    },
    problems,
  );
  if (walked === 'cancelled') return refuseCancelled();
  const content = collected.finish();
  if (problems.errorCount() > 0 || content === undefined) return refuseFile(problems.all());
  return ok({ ...content, warnings: [...file.value.warnings, ...problems.warnings()] });
}

type Head = Omit<ReturnDocument, 'pupils' | 'nil' | 'period'> & { readonly annual: boolean };

function createCollector(problems: ProblemList) {
  const pupils: ReturnPupil[] = [];
  const lines: { pupil: number; exclusions: readonly number[] }[] = [];
  const seenOn = new Map<string, { line: number; onRoll: boolean }>();
  const checkRepeated = createRepeatedExclusionCheck(problems);
  let headerSeen = false;
  let head: Head | undefined;
  let name: string | undefined;
  let phase: string | undefined;
  let annual = false;

  return {
    header: (node: XmlNode): void => {
      headerSeen = true;
      head = readHead(node, problems);
      annual ||= head?.annual ?? false;
    },
    school: (node: XmlNode): void => {
      name = textAt(node, 'SchoolName');
      phase = textAt(node, 'Phase');
    },
    pupil: (node: XmlNode, onRoll: boolean): void => {
      const path = onRoll ? GROUPS.onRoll : GROUPS.left;
      const block = childOf(node, 'Exclusions');
      const nodes = block?.children.filter((one) => /^(Termly|Annual)Exclusion$/.test(one.name)) ?? [];
      if (nodes.length === 0) return;
      reportPupilRepeats(node, path, problems);
      annual ||= nodes.some((one) => one.name === 'AnnualExclusion');
      const pupil = checkPupil(
        { line: node.line, field: (field) => fieldOf(node, path, field), readDate: readIsoDate },
        problems,
      );
      const exclusions = nodes.map((one) => readExclusion(one, `${path}/Exclusions/${one.name}`, problems));
      const kept = exclusions.filter((one) => one !== undefined);
      if (pupil === undefined || kept.length < exclusions.length) return;
      reportSecondRecord(seenOn, pupil.upn, { line: node.line, onRoll }, path, problems);
      for (const [index, exclusion] of kept.entries()) {
        const at = nodes[index] ?? node;
        checkRepeated(pupil.upn, exclusion, { line: at.line, element: `${path}/Exclusions/${at.name}` });
      }
      const { line, ...identity } = pupil;
      pupils.push({ ...identity, onRoll, exclusions: kept });
      lines.push({ pupil: line, exclusions: nodes.map((one) => one.line) });
    },
    finish: (): Omit<CensusContent, 'warnings'> | undefined => {
      if (!headerSeen && problems.errorCount() === 0) {
        problems.error({
          element: 'Message/Header',
          message: "The file's header is missing.",
          remedy: NOT_A_CENSUS,
        });
      }
      if (head === undefined) return undefined;
      const { annual: _, ...rest } = head;
      const period = annual ? annualWindow(head.year) : censusWindow(head.term, head.year);
      const school = dropUndefined({ ...head.school, name, phase });
      return { document: { ...rest, school, period, nil: pupils.length === 0, pupils }, lines };
    },
  };
}

function at(node: XmlNode, path: readonly string[], base: string): RawField {
  const found = descend(node, ...path);
  return { text: found?.text, line: found?.line ?? node.line, element: [base, ...path].join('/') };
}

function readHead(node: XmlNode, problems: ProblemList): Head | undefined {
  const base = 'Message/Header';
  for (const part of ['CollectionDetails', 'Source']) {
    reportRepeats(childOf(node, part), `${base}/${part}`, new Set(), problems);
  }
  const collection = textAt(node, 'CollectionDetails', 'Collection');
  if (collection !== 'SC') {
    const { line, element } = at(node, ['CollectionDetails', 'Collection'], base);
    problems.error({
      line,
      element,
      value: collection,
      message: 'This is a file of another collection, not a school census.',
      remedy: NOT_A_CENSUS,
    });
    return undefined;
  }
  const term = at(node, ['CollectionDetails', 'Term'], base);
  // The former PRU census names itself as its own term; it was taken in spring.
  const annual = term.text === 'PRU';
  const identity = checkHeader(
    {
      la: at(node, ['Source', 'LEA'], base),
      estab: at(node, ['Source', 'Estab'], base),
      term: annual ? { ...term, text: 'SPR' } : term,
      year: at(node, ['CollectionDetails', 'Year'], base),
      referenceDate: at(node, ['CollectionDetails', 'ReferenceDate'], base),
    },
    problems,
  );
  if (identity === undefined) return undefined;
  const { la, estab, ...census } = identity;
  return dropUndefined({
    ...census,
    school: { la, estab },
    collection: 'SC' as const,
    serialNo: textAt(node, 'Source', 'SerialNo'),
    createdAt: textAt(node, 'Source', 'DateTime'),
    software: textAt(node, 'Source', 'SoftwareCode'),
    release: textAt(node, 'Source', 'Release'),
    annual,
  });
}

function fieldOf(node: XmlNode, base: string, field: PupilField): RawField {
  const paths = PATHS[field] ?? [];
  const all = paths.map((path) => at(node, path, base));
  return (
    all.find((one) => (one.text ?? '') !== '') ??
    all[0] ?? { text: undefined, line: node.line, element: base }
  );
}

function readExclusion(node: XmlNode, base: string, problems: ProblemList): ReturnExclusion | undefined {
  reportRepeats(node, base, new Set(['Reason']), problems);
  const listed = childrenOf(childOf(node, 'Reasons'), 'Reason').map((one) =>
    reasonField(one, `${base}/Reasons/Reason`),
  );
  const single = childrenOf(node, 'Reason').map((one) => reasonField(one, `${base}/Reason`));
  const part = (name: string): RawField => at(node, [name], base);
  return checkExclusion(
    {
      line: node.line,
      category: part('Category'),
      reasons: [...listed, ...single],
      startDate: part('StartDate'),
      sessions: part('Sessions'),
      inCare: part('InCare'),
      senProvision: part('SENprovision'),
    },
    problems,
  );
}

const reasonField = (node: XmlNode, element: string): RawField => ({
  text: node.text,
  line: node.line,
  element,
});

function reportPupilRepeats(node: XmlNode, base: string, problems: ProblemList): void {
  reportRepeats(node, base, new Set(), problems);
  for (const part of ['PupilIdentifiers', 'PupilStatus', 'SpecialEducationalNeeds']) {
    reportRepeats(childOf(node, part), `${base}/${part}`, new Set(), problems);
  }
}

/** The same UPN twice in one list is a mistake; once in each list is a pupil who left and came back. */
function reportSecondRecord(
  seenOn: Map<string, { line: number; onRoll: boolean }>,
  upn: string,
  here: { readonly line: number; readonly onRoll: boolean },
  path: string,
  problems: ProblemList,
): void {
  const first = seenOn.get(upn);
  if (first === undefined) {
    seenOn.set(upn, here);
    return;
  }
  const parts = {
    line: here.line,
    element: `${path}/PupilIdentifiers/UPN`,
    value: upn,
    message: `This UPN is in the file twice: on line ${String(first.line)} and on line ${String(here.line)}.`,
  };
  if (first.onRoll === here.onRoll) {
    problems.error({
      ...parts,
      remedy: 'Two pupils cannot share a UPN. The school must correct it and send the return again.',
    });
  } else {
    problems.warning({ ...parts, remedy: 'Nothing need be done if the pupil left and came back.' });
  }
}
