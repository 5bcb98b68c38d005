import type { Paragraph } from '../../../domain/letters/types.ts';

/** The return, whom to ask, and who signs. */
export const CLOSING: readonly Paragraph[] = [
  {
    id: 'interview',
    kind: 'paragraph',
    locked: true,
    covers: ['interview'],
    when: ['interview'],
    text:
      'You and {forename} are asked to a reintegration interview with us: {interview}. Should the matter ever come ' +
      'before a court, not having come without good reason may be taken into account.',
  },
  {
    id: 'return-talk',
    kind: 'paragraph',
    locked: false,
    covers: [],
    when: ['return-talk'],
    text: '{returnTalk}',
  },
  {
    id: 'school-contact',
    kind: 'paragraph',
    locked: false,
    covers: [],
    text: 'If there is anything you would like to ask, please speak to {schoolContact}.',
  },
];

export const SIGNED_BY_HEAD: Paragraph = {
  id: 'signature',
  kind: 'signature',
  locked: true,
  covers: ['head-name'],
  text: ['Yours sincerely', '', '', '{headName}', '{headTitle}, {schoolName}'],
};

export const SIGNED_BY_CLERK: Paragraph = {
  id: 'signature',
  kind: 'signature',
  locked: true,
  covers: ['clerk-name'],
  text: ['Yours sincerely', '', '', '{clerkName}', 'Clerk to the governors, {schoolName}'],
};
