import { annualReturn } from '#shared/domain/returns/periods.ts';
import type { Result } from '#shared/kernel/result.ts';
import { ok } from '#shared/kernel/result.ts';
import type { CensusHead } from './census-fields.ts';
import {
  CENSUS_GROUPS,
  NOT_A_CENSUS,
  censusField,
  censusFreeMeals,
  readCensusExclusion,
  readHead,
  reportPupilRepeats,
} from './census-fields.ts';
import { dropUndefined } from './drop-undefined.ts';
import type { ImportProblem, ProblemList, ReadWatch } from './file-problems.ts';
import { createProblemList, refuseCancelled, refuseFile } from './file-problems.ts';
import { checkPupil } from './pupil-check.ts';
import { createPupilCollector } from './pupil-collector.ts';
import { readFreeMeals } from './free-meals.ts';
import { readIsoDate } from './read-date.ts';
import { readText } from './read-text.ts';
import type { ReturnDocument, ReturnLines } from './return-document.ts';
import { walkXml } from './xml-reader.ts';
import type { XmlNode } from './xml-tree.ts';
import { childOf, reportSecondHeader, textAt } from './xml-tree.ts';

export interface CensusContent {
  readonly document: ReturnDocument;
  readonly lines: ReturnLines;
  readonly warnings: readonly ImportProblem[];
}

/** Parts of a full census that the exclusions return does not need and that are therefore never held. */
const SKIPPED = new Set([
  'HomeInformation',
  'Attendance',
  'EthnicitySource',
  'FirstLanguage',
  'Language',
  'ServiceChild',
  'LearningAims',
  'PostLookedAfterArrangements',
]);

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
        [CENSUS_GROUPS.onRoll]: (node) => {
          collected.pupil(node, true);
        },
        [CENSUS_GROUPS.left]: (node) => {
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

function createCollector(problems: ProblemList) {
  const collected = createPupilCollector(problems);
  let headerSeen = false;
  let head: CensusHead | undefined;
  let name: string | undefined;
  let phase: string | undefined;
  let annual = false;

  return {
    header: (node: XmlNode): void => {
      if (headerSeen) reportSecondHeader(node, 'Message/Header', problems);
      headerSeen = true;
      head = readHead(node, problems);
    },
    school: (node: XmlNode): void => {
      name = textAt(node, 'SchoolName');
      phase = textAt(node, 'Phase');
    },
    pupil: (node: XmlNode, onRoll: boolean): void => {
      const path = onRoll ? CENSUS_GROUPS.onRoll : CENSUS_GROUPS.left;
      const block = childOf(node, 'Exclusions');
      const nodes = block?.children.filter((one) => /^(Termly|Annual)Exclusion$/.test(one.name)) ?? [];
      if (nodes.length === 0) return;
      reportPupilRepeats(node, path, problems);
      annual ||= nodes.some((one) => one.name === 'AnnualExclusion');
      const pupil = checkPupil(
        { line: node.line, field: (field) => censusField(node, path, field), readDate: readIsoDate },
        problems,
      );
      const at = nodes.map(({ line, name: element }) => ({ line, element: `${path}/Exclusions/${element}` }));
      const exclusions = nodes.map((one, index) =>
        readCensusExclusion(one, at[index]?.element ?? path, problems),
      );
      const kept = exclusions.filter((one) => one !== undefined);
      if (pupil === undefined || kept.length < exclusions.length) return;
      const { line, ...identity } = pupil;
      const fsm = readFreeMeals(censusFreeMeals(node, path), problems);
      collected.add({
        pupil: dropUndefined({ ...identity, fsm, onRoll, exclusions: kept }),
        line,
        element: `${path}/PupilIdentifiers/UPN`,
        at,
      });
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
      const { pupils, lines } = collected;
      const { year } = head.period;
      const period = annual && year !== undefined ? annualReturn(year) : head.period;
      const school = dropUndefined({ ...head.school, name, phase });
      return { document: { ...head, school, period, nil: pupils.length === 0, pupils }, lines };
    },
  };
}
