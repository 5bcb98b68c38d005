import { censusReturn } from '#shared/domain/returns/periods.ts';
import { dropUndefined } from './drop-undefined.ts';
import type { ProblemList } from './file-problems.ts';
import type { PupilField } from './imported-pupil.ts';
import type { RawField } from './pupil-check.ts';
import { checkExclusion, checkHeader } from './return-check.ts';
import type { ReturnDocument, ReturnExclusion } from './return-document.ts';
import type { XmlNode } from './xml-tree.ts';
import { childOf, childrenOf, descend, reportRepeats, textAt } from './xml-tree.ts';

/** Where the pupils of a census stand. */
export const CENSUS_GROUPS = {
  onRoll: 'Message/Pupils/PupilsOnRoll/PupilOnRoll',
  left: 'Message/Pupils/PupilsNoLongerOnRoll/PupilNoLongerOnRoll',
} as const;

export const NOT_A_CENSUS = 'Choose a school census file, or a return that First Day made.';

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

/** Elements that are read and may stand once only in their record. */
const GIVEN_ONCE: ReadonlySet<string> = new Set(
  [
    [
      'CollectionDetails',
      'Source',
      'Collection',
      'Term',
      'Year',
      'ReferenceDate',
      'LEA',
      'Estab',
      'SerialNo',
    ],
    ['Exclusions', 'Category', 'Reasons', 'StartDate', 'Sessions', 'InCare'],
    Object.values(PATHS).flat(2),
  ].flat(),
);

/** What the header says; `annual` for the former PRU census. */
export type CensusHead = Omit<ReturnDocument, 'pupils' | 'nil'> & { readonly annual: boolean };

function at(node: XmlNode, path: readonly string[], base: string): RawField {
  const found = descend(node, ...path);
  return { text: found?.text, line: found?.line ?? node.line, element: [base, ...path].join('/') };
}

/** Reads and checks the header; undefined, with errors listed, when the return cannot be filed. */
export function readHead(node: XmlNode, problems: ProblemList): CensusHead | undefined {
  const base = 'Message/Header';
  reportRepeats(node, base, GIVEN_ONCE, problems);
  for (const part of ['CollectionDetails', 'Source']) {
    reportRepeats(childOf(node, part), `${base}/${part}`, GIVEN_ONCE, problems);
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
  const { la, estab, term: census, year, referenceDate } = identity;
  return dropUndefined({
    period: censusReturn(census, year),
    referenceDate,
    school: { la, estab },
    serialNo: textAt(node, 'Source', 'SerialNo'),
    createdAt: textAt(node, 'Source', 'DateTime'),
    software: textAt(node, 'Source', 'SoftwareCode'),
    release: textAt(node, 'Source', 'Release'),
    annual,
  });
}

/** One part of a pupil, in whichever of its places holds text. */
export function censusField(node: XmlNode, base: string, field: PupilField): RawField {
  const paths = PATHS[field] ?? [];
  const all = paths.map((path) => at(node, path, base));
  return (
    all.find((one) => (one.text ?? '') !== '') ??
    all[0] ?? { text: undefined, line: node.line, element: base }
  );
}

/** Reads one `TermlyExclusion` or `AnnualExclusion`, with one `Reason` or a list of them. */
export function readCensusExclusion(
  node: XmlNode,
  base: string,
  problems: ProblemList,
): ReturnExclusion | undefined {
  reportRepeats(node, base, GIVEN_ONCE, problems);
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

/** Reports parts of a pupil that are given twice. */
export function reportPupilRepeats(node: XmlNode, base: string, problems: ProblemList): void {
  reportRepeats(node, base, GIVEN_ONCE, problems);
  for (const part of ['PupilIdentifiers', 'PupilStatus', 'SpecialEducationalNeeds']) {
    reportRepeats(childOf(node, part), `${base}/${part}`, GIVEN_ONCE, problems);
  }
}
