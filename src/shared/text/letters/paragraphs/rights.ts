import type { Paragraph } from '../../../domain/letters/types.ts';

/** What the governors may or must do, and the parents' and the pupil's rights; which holds follows the term's total. */
export const RIGHTS: readonly Paragraph[] = [
  {
    id: 'board-considers',
    kind: 'paragraph',
    locked: true,
    covers: ['representations', 'how-to-represent', 'governors-duty'],
    when: ['board-considers'],
    text:
      'You have the right to tell the [governors] what you think of this decision (to “make representations”). Please ' +
      'write to {clerkContact}. The [governors] must consider what you say. For [a noun] of this length it cannot ' +
      'put {forename} back in school early, but it may place what it finds on {forename}’s school record.',
  },
  {
    id: 'board-if-asked',
    kind: 'paragraph',
    locked: true,
    covers: ['representations', 'how-to-represent', 'governors-duty', 'governors-day', 'total'],
    when: ['board-if-asked'],
    text:
      'With this decision {forename} will have been [excluded] for {termTotal} in one term, which is more than five. ' +
      'You have the right to tell the [governors] what you think of it (to “make representations”). If you do, it must ' +
      'meet, at the latest on {governorsBy}, to consider whether {forename} should be put back in school. Please write ' +
      'to {clerkContact}.',
  },
  {
    id: 'board-meets',
    kind: 'paragraph',
    locked: true,
    covers: ['governors-duty', 'governors-day', 'total'],
    when: ['board-meets', 'not permanent'],
    text:
      'With this decision {forename} will have been [excluded] for {termTotal} in one term, which is more than ' +
      'fifteen. The [governors] must therefore meet, at the latest on {governorsBy}, to consider whether {forename} ' +
      'should be put back in school.',
  },
  {
    id: 'board-meets-permanent',
    kind: 'paragraph',
    locked: true,
    covers: ['governors-duty', 'governors-day'],
    when: ['board-meets', 'permanent'],
    text:
      'The [governors] must meet, at the latest on {governorsBy}, to consider whether {forename} should be put back in ' +
      'this school.',
  },
  {
    id: 'board-exam',
    kind: 'paragraph',
    locked: true,
    covers: ['governors-duty', 'governors-day', 'before-examination'],
    when: ['board-exam'],
    text:
      'Because an examination or test would be missed, the [governors] must meet to consider whether {forename} should ' +
      'be put back in school: before the examination if at all possible, and at the latest on {governorsBy}.',
  },
  {
    id: 'exam-chair',
    kind: 'paragraph',
    locked: true,
    covers: [],
    when: ['board-exam', 'exam-chair-alone'],
    text: 'If the governors cannot meet in time, their chair may consider the matter alone.',
  },
  {
    id: 'board-window',
    kind: 'paragraph',
    locked: true,
    covers: ['governors-window'],
    when: ['board-window'],
    text: 'By the same rules it may not meet before {governorsFrom}.',
  },
  {
    id: 'representations',
    kind: 'paragraph',
    locked: true,
    covers: ['representations', 'how-to-represent'],
    when: ['board-must-meet'],
    text:
      'You have the right to tell that meeting what you think of the decision (to “make representations”), in writing ' +
      'or by speaking there. Please write to {clerkContact}.',
  },
  {
    id: 'attend',
    kind: 'paragraph',
    locked: true,
    covers: ['attend', 'represented', 'friend'],
    when: ['board-looks'],
    text: 'You may come and speak, be represented by somebody else at your own cost, and bring a friend.',
  },
  {
    id: 'pupil-involved',
    kind: 'paragraph',
    locked: true,
    covers: ['pupil-involved'],
    when: ['pupil-involved', 'board-looks'],
    text: '{forename} may come with you, write to the [governors], or ask somebody to speak instead.',
  },
  {
    id: 'pupil-writes',
    kind: 'paragraph',
    locked: true,
    covers: ['pupil-involved'],
    when: ['pupil-involved', 'board-considers'],
    text:
      '{forename}’s own view matters too: {forename} may write to the [governors], or you may say in your letter what ' +
      '{forename} thinks.',
  },
  {
    id: 'remote',
    kind: 'paragraph',
    locked: true,
    covers: ['remote-access'],
    when: ['remote-possible'],
    text: 'You have the right to ask for a meeting by video link or telephone: please ask {clerkName} soon.',
  },
  {
    id: 'discrimination',
    kind: 'paragraph',
    locked: true,
    covers: ['discrimination'],
    text:
      'If you believe that {forename} was treated in this way because of a disability, you may make a claim of ' +
      'disability discrimination to the [tribunal].',
  },
  {
    id: 'school-record',
    kind: 'paragraph',
    locked: true,
    covers: ['school-record'],
    text: 'You have the right to see {forename}’s school record and to have a copy; please ask in writing.',
  },
  {
    id: 'advice',
    kind: 'paragraph',
    locked: true,
    covers: ['advice'],
    text: 'Free and independent advice is given by:',
  },
  { id: 'advice-list', kind: 'bullets', locked: true, covers: ['advice'], text: '{advice}' },
];
