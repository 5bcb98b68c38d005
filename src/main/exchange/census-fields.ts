import { dropUndefined } from './drop-undefined.ts';
import type { ProblemList } from './file-problems.ts';
import { readMadeAt } from './made-at.ts';
import type { PupilField } from './imported-pupil.ts';
import type { RawField } from './pupil-check.ts';
import { checkExclusion } from './return-check.ts';
import { createReturnChecks } from './return-field-checks.ts';
import { checkPeriod, checkSchool } from './return-head-check.ts';
import type { ReturnDocument, ReturnExclusion } from './return-document.ts';
import type { XmlNode } from './xml-tree.ts';
import { firstField, xmlField } from './xml-field.ts';
import { childOf, childrenOf, reportRepeats, textAt } from './xml-tree.ts';

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
  ethnicity: [['PupilCharacteristics', 'Ethnicity']],
};

const FREE_MEALS = ['PupilCharacteristics', 'FSMeligible'];

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
    FREE_MEALS,
  ].flat(),
);

/** What the header says. */
export type CensusHead = Omit<ReturnDocument, 'pupils' | 'nil'>;

/** Reads and checks the header; undefined, with errors listed, when the return cannot be filed. */
export function readHead(node: XmlNode, problems: ProblemList): CensusHead | undefined {
  const base = 'Message/Header';
  reportRepeats(node, base, GIVEN_ONCE, problems);
  for (const part of ['CollectionDetails', 'Source']) {
    reportRepeats(childOf(node, part), `${base}/${part}`, GIVEN_ONCE, problems);
  }
  const collection = textAt(node, 'CollectionDetails', 'Collection');
  if (collection !== 'SC') {
    const { line, element } = xmlField(node, ['CollectionDetails', 'Collection'], base);
    problems.error({
      line,
      element,
      value: collection,
      message: 'This is a file of another collection, not a school census.',
      remedy: NOT_A_CENSUS,
    });
    return undefined;
  }
  const term = xmlField(node, ['CollectionDetails', 'Term'], base);
  const annual = term.text === 'PRU';
  const school = checkSchool(
    { la: xmlField(node, ['Source', 'LEA'], base), estab: xmlField(node, ['Source', 'Estab'], base) },
    problems,
  );
  const period = checkPeriod(
    {
      kind: { ...term, text: annual ? 'annual' : 'census' },
      term,
      year: xmlField(node, ['CollectionDetails', 'Year'], base),
    },
    problems,
  );
  const referenceDate = createReturnChecks(problems).date(
    xmlField(node, ['CollectionDetails', 'ReferenceDate'], base),
    'reference date',
  );
  if (school === undefined || period === undefined || referenceDate === undefined) return undefined;
  return dropUndefined({
    period,
    referenceDate,
    school,
    serialNo: textAt(node, 'Source', 'SerialNo'),
    createdAt: readMadeAt(xmlField(node, ['Source', 'DateTime'], base), problems),
    software: textAt(node, 'Source', 'SoftwareCode'),
    release: textAt(node, 'Source', 'Release'),
  });
}

/** One part of a pupil, in whichever of its places holds text. */
export const censusField = (node: XmlNode, base: string, field: PupilField): RawField =>
  firstField(node, PATHS[field] ?? [], base);

export const censusFreeMeals = (node: XmlNode, base: string): RawField => xmlField(node, FREE_MEALS, base);

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
  const part = (name: string): RawField => xmlField(node, [name], base);
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
  for (const part of ['PupilIdentifiers', 'PupilCharacteristics', 'PupilStatus', 'SpecialEducationalNeeds']) {
    reportRepeats(childOf(node, part), `${base}/${part}`, GIVEN_ONCE, problems);
  }
}
