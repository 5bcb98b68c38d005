import { AUTHORITY_EXTRA, AUTHORITY_LAYOUT, AUTHORITY_ROOT } from './authority-names.ts';
import { dropUndefined } from './drop-undefined.ts';
import { isRule } from './explanations-text.ts';
import type { ProblemList } from './file-problems.ts';
import type { PupilField } from './imported-pupil.ts';
import { readMadeAt } from './made-at.ts';
import type { RawField } from './pupil-check.ts';
import { readIsoDate } from './read-date.ts';
import { checkExclusion } from './return-check.ts';
import { readExtra } from './return-csv-extra.ts';
import type { ReturnDocument, ReturnExclusion } from './return-document.ts';
import { createReturnChecks } from './return-field-checks.ts';
import { checkPeriod, checkSchool } from './return-head-check.ts';
import { categoryCode, reasonCode } from './return-words.ts';
import { xmlField } from './xml-field.ts';
import type { XmlNode } from './xml-tree.ts';
import { childOf, childrenOf, reportRepeats, textAt } from './xml-tree.ts';

const PUPIL_ELEMENTS: Readonly<Partial<Record<PupilField, string>>> = {
  upn: 'UPN',
  formerUpn: 'FormerUPN',
  surname: 'Surname',
  forename: 'Forename',
  sex: 'Sex',
  dob: 'DOB',
  enrolStatus: 'EnrolStatus',
  entryDate: 'EntryDate',
  leavingDate: 'LeavingDate',
  ncYear: 'NCyearActual',
  senProvision: 'SENprovision',
  ethnicity: 'Ethnicity',
};

const GIVEN_ONCE: ReadonlySet<string> = new Set(
  [
    ['Layout', 'School', 'Period', 'Source', 'Nil', 'LEA', 'Estab', 'URN', 'SchoolName', 'Phase', 'Kind'],
    ['Term', 'Year', 'From', 'To', 'ReferenceDate', 'SoftwareCode', 'Release', 'SerialNo', 'DateTime'],
    ['OnRoll', 'FSMeligible', 'Exclusions', 'Category', 'Reasons', 'StartDate', 'SchoolDays', 'InCare'],
    ['Explanations', 'Rule', 'Text'],
    Object.values(PUPIL_ELEMENTS),
    Object.values(AUTHORITY_EXTRA).flat(),
  ].flat(),
);

/** What the header says, and whether it says that there is nothing to return. */
export interface AuthorityHead {
  readonly head: Omit<ReturnDocument, 'pupils' | 'nil'>;
  readonly nil: RawField;
}

/** Reads and checks the header; undefined, with errors listed, when the return cannot be filed. */
export function readAuthorityHead(node: XmlNode, problems: ProblemList): AuthorityHead | undefined {
  const base = `${AUTHORITY_ROOT}/Header`;
  const field = (...path: readonly string[]): RawField => xmlField(node, path, base);
  reportRepeats(node, base, GIVEN_ONCE, problems);
  for (const part of ['School', 'Period', 'Source']) {
    reportRepeats(childOf(node, part), `${base}/${part}`, GIVEN_ONCE, problems);
  }
  const layout = field('Layout');
  if ((layout.text ?? AUTHORITY_LAYOUT) !== AUTHORITY_LAYOUT) {
    const { line, element, text } = layout;
    problems.error({
      line,
      element,
      value: text,
      message: 'The file has a layout that this version of First Day does not know.',
      remedy: 'Install the latest version, or ask the school for another format.',
    });
    return undefined;
  }
  const school = checkSchool({ la: field('School', 'LEA'), estab: field('School', 'Estab') }, problems);
  const period = checkPeriod(
    {
      kind: field('Period', 'Kind'),
      term: field('Period', 'Term'),
      year: field('Period', 'Year'),
      from: field('Period', 'From'),
      to: field('Period', 'To'),
    },
    problems,
  );
  const reference = field('Period', 'ReferenceDate');
  const referenceDate = createReturnChecks(problems).date(reference, 'reference date');
  if (school === undefined || period === undefined || referenceDate === undefined) return undefined;
  const head = dropUndefined({
    school: dropUndefined({
      ...school,
      name: textAt(node, 'School', 'SchoolName'),
      urn: textAt(node, 'School', 'URN'),
      phase: textAt(node, 'School', 'Phase'),
    }),
    period,
    referenceDate,
    serialNo: textAt(node, 'Source', 'SerialNo'),
    createdAt: readMadeAt(field('Source', 'DateTime'), problems),
    software: textAt(node, 'Source', 'SoftwareCode'),
    release: textAt(node, 'Source', 'Release'),
  });
  return { head, nil: field('Nil') };
}

export const authorityField = (node: XmlNode, base: string, name: PupilField): RawField => {
  const element = PUPIL_ELEMENTS[name];
  return element === undefined
    ? { text: undefined, line: node.line, element: base }
    : xmlField(node, [element], base);
};

/** Reports parts of a pupil or an exclusion that are given twice. */
export const reportAuthorityRepeats = (
  node: XmlNode | undefined,
  base: string,
  problems: ProblemList,
): void => {
  reportRepeats(node, base, GIVEN_ONCE, problems);
};

/** Reads one `Exclusion`: codes or their descriptions, `Reasons/Reason` or the older single `Reason`. */
export function readAuthorityExclusion(
  node: XmlNode,
  base: string,
  problems: ProblemList,
): ReturnExclusion | undefined {
  reportAuthorityRepeats(node, base, problems);
  const details = childOf(node, 'Details');
  reportAuthorityRepeats(details, `${base}/Details`, problems);
  const part = (...path: readonly string[]): RawField => xmlField(node, path, base);
  const reasons = [
    ...childrenOf(childOf(node, 'Reasons'), 'Reason').map((one) => ({ one, path: 'Reasons/Reason' })),
    ...childrenOf(node, 'Reason').map((one) => ({ one, path: 'Reason' })),
  ];
  const category = part('Category');
  const checked = checkExclusion(
    {
      line: node.line,
      category: { ...category, text: categoryCode(category.text) },
      reasons: reasons.map(({ one: { text, line }, path }) => ({
        text: reasonCode(text),
        line,
        element: `${base}/${path}`,
      })),
      startDate: part('StartDate'),
      sessions: { text: undefined, line: node.line, element: base },
      days: part('SchoolDays'),
      inCare: part('Details', 'InCare'),
      senProvision: part('Details', 'SENprovision'),
    },
    problems,
  );
  const extra = readExtra((column) => part(...AUTHORITY_EXTRA[column]), readIsoDate, problems);
  const explanations = readExplanationList(childOf(details, 'Explanations'), `${base}/Details`, problems);
  return checked === undefined ? undefined : dropUndefined({ ...checked, extra, explanations });
}

function readExplanationList(
  list: XmlNode | undefined,
  base: string,
  problems: ProblemList,
): ReturnExclusion['explanations'] {
  const found: Record<string, string> = {};
  for (const one of childrenOf(list, 'Explanation')) {
    const element = `${base}/Explanations/Explanation`;
    reportAuthorityRepeats(one, element, problems);
    const rule = textAt(one, 'Rule') ?? '';
    const text = textAt(one, 'Text');
    if (isRule(rule) && text !== undefined && !Object.hasOwn(found, rule)) {
      found[rule] = text;
      continue;
    }
    problems.error({
      line: one.line,
      element,
      value: rule,
      message:
        'An explanation must name a check, such as X10, that is not explained already, and have a text.',
      remedy: 'The school must correct it and send the return again.',
    });
  }
  return Object.keys(found).length === 0 ? undefined : found;
}
