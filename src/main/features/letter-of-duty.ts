import { governorsRow } from '#shared/domain/duties/governors-row.ts';
import type { DutyCase } from '#shared/domain/duties/types.ts';
import { parentsLetterId } from '#shared/domain/letters/parents-letter-id.ts';

const PARENTS = 'the parents’ letter';

/** Templates of `shared/text/letters` by the duty that they do; `PARENTS` is the one that the case asks for. */
const LETTERS: Readonly<Record<string, string>> = {
  'tell-parents-writing': PARENTS,
  'education-notice': PARENTS,
  'tell-authority': 'notice-authority',
  'tell-home-authority': 'notice-home-authority',
  'tell-governors': 'notice-governors',
  'tell-social-worker': 'notice-social-worker',
  'tell-virtual-school-head': 'notice-virtual-school-head',
  'governors-papers': 'governors-invitation',
  'decision-letter': 'governors-decision',
  'tell-cancelled-parents': 'parents-cancelled',
  'tell-cancelled-authority': 'notice-authority',
  'tell-cancelled-home-authority': 'notice-home-authority',
  'tell-cancelled-governors': 'notice-governors',
  'tell-cancelled-social-worker': 'notice-social-worker',
  'tell-cancelled-virtual-school-head': 'notice-virtual-school-head',
};

/** The template of the letter or notice that does a duty; undefined when it is not done by letter. */
export function letterOfDuty(key: string, dutyCase: DutyCase): string | undefined {
  const letter = LETTERS[key];
  return letter === PARENTS ? parentsLetter(dutyCase) : letter;
}

function parentsLetter(dutyCase: DutyCase): string {
  const { exclusion, term, examsMissed } = dutyCase;
  return parentsLetterId({
    kind: exclusion.kind,
    follows: exclusion.follows !== undefined,
    examinationMissed: governorsRow(dutyCase)?.when === 'examination-missed' && examsMissed.length > 0,
    termHalfDays: term?.after ?? 0,
  });
}
