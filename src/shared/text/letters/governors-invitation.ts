import type { LetterTemplate } from '../../domain/letters/types.ts';
import { SIGNED_BY_CLERK } from './paragraphs/closing.ts';
import { TO_PARENTS } from './paragraphs/opening.ts';

const HEARD =
  'The governors will listen to you, to {forename}, to [the head] and to anybody else who has a right to be heard.';

/** The clerk asks the parents to the governors' meeting. */
export const GOVERNORS_INVITATION: LetterTemplate = {
  id: 'governors-invitation',
  version: 1,
  title: 'Invitation to the governors’ meeting',
  party: 'Parents',
  duties: [],
  paragraphs: [
    ...TO_PARENTS,
    {
      id: 'heading',
      kind: 'heading',
      locked: true,
      covers: [],
      text: 'Meeting about the [noun] of {pupilLine}',
    },
    {
      id: 'meeting',
      kind: 'paragraph',
      locked: true,
      covers: ['meeting-when', 'meeting-where'],
      text:
        'The [governors] will meet to consider the [noun] of {pupil} that began {begins}. You are invited to the meeting ' +
        'on {meetingOn} at {meetingTime}, at {meetingPlace}.',
    },
    {
      id: 'purpose',
      kind: 'paragraph',
      locked: true,
      covers: ['meeting-powers'],
      when: ['board-looks', 'not over-at-meeting', 'not lunchtime'],
      text:
        `${HEARD} They may let the decision stand, or decide that {forename} is to be put back in school. They cannot ` +
        'decide on anything harsher.',
    },
    {
      id: 'purpose-lunchtimes',
      kind: 'paragraph',
      locked: true,
      covers: ['meeting-powers'],
      when: ['board-looks', 'not over-at-meeting', 'lunchtime'],
      text:
        `${HEARD} They may let the decision stand, or decide that the [noun] ends early. They cannot decide on anything ` +
        'harsher.',
    },
    {
      id: 'purpose-after-its-end',
      kind: 'paragraph',
      locked: true,
      covers: ['meeting-powers'],
      when: ['board-looks', 'over-at-meeting'],
      text:
        `${HEARD} The [noun] will be over by then, so they cannot shorten it. They may let the decision stand, or find ` +
        'that it should not have been made; what they find may be placed on {forename}’s school record. They cannot ' +
        'decide on anything harsher.',
    },
    {
      id: 'purpose-considers',
      kind: 'paragraph',
      locked: true,
      covers: ['meeting-powers'],
      when: ['not board-looks'],
      text:
        `${HEARD} They can neither end nor change [a noun] of this length; what they find may be placed on ` +
        '{forename}’s school record.',
    },
    {
      id: 'attend',
      kind: 'paragraph',
      locked: true,
      covers: ['attend', 'represented', 'friend', 'representations'],
      text:
        'You may come and speak (“make representations”). You may be represented by somebody else, at your own cost, and ' +
        'you may bring a friend.',
    },
    {
      id: 'how',
      kind: 'paragraph',
      locked: true,
      covers: ['how-to-represent'],
      text:
        'If you would like the governors to read something beforehand, please send it to {clerkContact}, by {papersBy}. ' +
        'All papers go to everybody who takes part, if possible five school days before the meeting.',
    },
    {
      id: 'pupil-involved',
      kind: 'paragraph',
      locked: true,
      covers: ['pupil-involved'],
      when: ['pupil-involved'],
      text:
        '{forename}’s own view matters. {forename} may write to the governors, come with you, or ask somebody to speak ' +
        'instead.',
    },
    {
      id: 'remote',
      kind: 'paragraph',
      locked: true,
      covers: ['remote-access'],
      when: ['remote'],
      text:
        'You have the right to ask that the meeting be held by video link or telephone instead of in person. To ask, ' +
        'please tell me as early as you can.',
    },
    {
      id: 'needs',
      kind: 'paragraph',
      locked: false,
      covers: [],
      text: 'Please also tell me if you need an interpreter, or anything that would make it easier for you to take part.',
    },
    SIGNED_BY_CLERK,
  ],
};
