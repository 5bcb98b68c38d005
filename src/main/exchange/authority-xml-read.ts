import type { Result } from '#shared/kernel/result.ts';
import { ok } from '#shared/kernel/result.ts';
import type { AuthorityHead } from './authority-fields.ts';
import {
  authorityField,
  readAuthorityExclusion,
  readAuthorityHead,
  reportAuthorityRepeats,
} from './authority-fields.ts';
import { AUTHORITY_ROOT } from './authority-names.ts';
import type { CensusContent } from './census-xml-read.ts';
import { dropUndefined } from './drop-undefined.ts';
import type { ProblemList, ReadWatch } from './file-problems.ts';
import { createProblemList, refuseCancelled, refuseFile } from './file-problems.ts';
import { readFreeMeals } from './free-meals.ts';
import { checkPupil } from './pupil-check.ts';
import { createPupilCollector } from './pupil-collector.ts';
import { readTruth } from './pupil-values.ts';
import { readIsoDate } from './read-date.ts';
import { readText } from './read-text.ts';
import { AT_SOURCE, trimmed } from './return-field-checks.ts';
import { xmlField } from './xml-field.ts';
import { walkXml } from './xml-reader.ts';
import type { XmlNode } from './xml-tree.ts';
import { childOf, childrenOf, reportSecondHeader } from './xml-tree.ts';

const PUPIL = `${AUTHORITY_ROOT}/Pupils/Pupil`;
const NOT_OURS = 'Choose a return that First Day made.';

/**
 * Reads a return in the XML that systems of local authorities take, in our envelope. In an `Exclusion` it also takes
 * the older single `Reason`, descriptions in place of codes, and optional parts missing. All or nothing: any error
 * refuses the file with every problem located, up to 100.
 */
export function readAuthorityXml(bytes: Uint8Array, watch: ReadWatch = {}): Result<CensusContent> {
  const file = readText(bytes, 'xml');
  if (!file.ok) return file;
  const problems = createProblemList();
  const collected = createPupilCollector(problems);
  let header: XmlNode | undefined;
  let found: AuthorityHead | undefined;
  const walked = walkXml(
    file.value,
    {
      ...watch,
      onRoot: (name, line) =>
        name === AUTHORITY_ROOT
          ? undefined
          : { line, element: name, message: 'This is not a return for an authority.', remedy: NOT_OURS },
      records: {
        [`${AUTHORITY_ROOT}/Header`]: (node) => {
          if (header !== undefined) reportSecondHeader(node, `${AUTHORITY_ROOT}/Header`, problems);
          header = node;
          found = readAuthorityHead(node, problems);
        },
        [PUPIL]: (node) => {
          readPupil(node, collected, problems);
        },
      },
    },
    problems,
  );
  if (walked === 'cancelled') return refuseCancelled();
  if (header === undefined && problems.errorCount() === 0) {
    problems.error({
      element: `${AUTHORITY_ROOT}/Header`,
      message: "The file's header is missing.",
      remedy: NOT_OURS,
    });
  }
  const { pupils, lines } = collected;
  if (found !== undefined) checkNilAgrees(found, pupils.length, problems);
  if (problems.errorCount() > 0 || found === undefined) return refuseFile(problems.all());
  return ok({
    document: { ...found.head, nil: pupils.length === 0, pupils },
    lines,
    warnings: [...file.value.warnings, ...problems.warnings()],
  });
}

function readPupil(
  node: XmlNode,
  collected: ReturnType<typeof createPupilCollector>,
  problems: ProblemList,
): void {
  reportAuthorityRepeats(node, PUPIL, problems);
  const pupil = checkPupil(
    { line: node.line, field: (name) => authorityField(node, PUPIL, name), readDate: readIsoDate },
    problems,
  );
  const onRoll = readTruth(xmlField(node, ['OnRoll'], PUPIL).text || 'true');
  const nodes = childrenOf(childOf(node, 'Exclusions'), 'Exclusion');
  const element = `${PUPIL}/Exclusions/Exclusion`;
  const read = nodes.map((one) => readAuthorityExclusion(one, element, problems));
  const exclusions = read.filter((one) => one !== undefined);
  const at = { line: node.line, element: PUPIL };
  if (nodes.length === 0) {
    problems.error({ ...at, message: 'This pupil has no exclusion in the file.', remedy: AT_SOURCE });
  }
  if (onRoll === undefined) {
    const { line, element: where, text } = xmlField(node, ['OnRoll'], PUPIL);
    problems.error({
      line,
      element: where,
      value: text,
      message: 'This must be true or false.',
      remedy: AT_SOURCE,
    });
  }
  if (pupil === undefined || onRoll === undefined || exclusions.length < read.length) return;
  const { line, ...identity } = pupil;
  const fsm = readFreeMeals(xmlField(node, ['FSMeligible'], PUPIL), problems);
  collected.add({
    pupil: dropUndefined({ ...identity, fsm, onRoll, exclusions }),
    line,
    element: `${PUPIL}/UPN`,
    at: nodes.map((one) => ({ line: one.line, element })),
  });
}

/** A file that holds pupils and says nil, or the reverse, may have been cut or put together. */
function checkNilAgrees({ nil }: AuthorityHead, pupils: number, problems: ProblemList): void {
  if (problems.errorCount() > 0) return;
  const text = trimmed(nil);
  const said = text === '' ? false : readTruth(text);
  if (said === (pupils === 0)) return;
  const message =
    said === undefined
      ? 'This must be true or false.'
      : pupils > 0
        ? 'The file says that there is nothing to return and yet holds a pupil.'
        : 'The file holds no pupil and does not say that there is nothing to return.';
  problems.error({
    line: nil.line,
    element: nil.element,
    value: nil.text,
    message,
    remedy: 'Ask the school which of the two is right and to send the return again.',
  });
}
