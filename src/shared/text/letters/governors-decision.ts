import type { LetterTemplate } from '../../domain/letters/types.ts';
import { SIGNED_BY_CLERK } from './paragraphs/closing.ts';
import { TO_PARENTS } from './paragraphs/opening.ts';

/** What the governors decided and why; of a permanent exclusion that stands, the right to a review or an appeal. */
export const GOVERNORS_DECISION: LetterTemplate = {
  id: 'governors-decision',
  version: 1,
  title: 'The governors’ decision',
  party: 'Parents',
  duties: [{ keys: ['decision-letter'] }],
  paragraphs: [
    ...TO_PARENTS,
    {
      id: 'heading',
      kind: 'heading',
      locked: true,
      covers: [],
      text: '[Noun] of {pupilLine}: the governors’ decision',
    },
    {
      id: 'upheld',
      kind: 'paragraph',
      locked: true,
      covers: ['outcome'],
      when: ['upheld', 'not over-at-decision', 'not lunchtime'],
      text:
        'On {decisionOn} the [governors] considered the [noun] of {pupil} that began {begins}. It has decided not to put ' +
        '{forename} back in school: the decision of [the head] stands.',
    },
    {
      id: 'upheld-lunchtimes',
      kind: 'paragraph',
      locked: true,
      covers: ['outcome'],
      when: ['upheld', 'not over-at-decision', 'lunchtime'],
      text:
        'On {decisionOn} the [governors] considered the [noun] of {pupil} that began {begins}. It has decided that the ' +
        'decision of [the head] stands.',
    },
    {
      id: 'upheld-after-its-end',
      kind: 'paragraph',
      locked: true,
      covers: ['outcome'],
      when: ['upheld', 'over-at-decision'],
      text:
        'On {decisionOn} the [governors] considered the [noun] of {pupil} that began {begins}. The [noun] was over by then. ' +
        'It has decided that the decision of [the head] stands.',
    },
    {
      id: 'reinstated',
      kind: 'paragraph',
      locked: true,
      covers: ['outcome', 'back'],
      when: ['reinstated', 'not lunchtime'],
      text:
        'On {decisionOn} the [governors] considered the [noun] of {pupil} that began {begins}. It has decided that ' +
        '{forename} is to be put back in school. {forename} is expected {decisionBack}.',
    },
    {
      id: 'reinstated-lunchtimes',
      kind: 'paragraph',
      locked: true,
      covers: ['outcome', 'back'],
      when: ['reinstated', 'lunchtime'],
      text:
        'On {decisionOn} the [governors] considered the [noun] of {pupil} that began {begins}. It has decided that the ' +
        '[noun] ends early. {forename} may stay at school for lunch again {decisionBack}.',
    },
    {
      id: 'considered',
      kind: 'paragraph',
      locked: true,
      covers: ['outcome'],
      when: ['considered'],
      text:
        'On {decisionOn} the [governors] considered what you said about the [noun] of {pupil} that began {begins}. For ' +
        '[a noun] of this length the governors cannot put {forename} back in school; what they found may be placed on ' +
        '{forename}’s school record.',
    },
    {
      id: 'undecided',
      kind: 'paragraph',
      locked: true,
      covers: [],
      when: ['not upheld', 'not reinstated', 'not considered'],
      text: 'On {decisionOn} the [governors] considered the [noun] of {pupil}.',
    },
    {
      id: 'decision-reasons',
      kind: 'paragraph',
      locked: true,
      covers: ['decision-reasons'],
      text: 'The reasons are these: {decisionReasons}',
    },
    {
      id: 'review-right',
      kind: 'paragraph',
      locked: true,
      covers: ['review-right', 'review-day', 'review-how'],
      when: ['review-possible', 'review'],
      text:
        'You have the right to have this decision reviewed by an [panel]. You can ask for a review whether or not you came to ' +
        'the meeting. The last day to ask is {reviewBy}; after that day the right is lost. Please apply in writing, ' +
        'saying why you disagree, to {reviewTo}.',
    },
    {
      id: 'review-expert',
      kind: 'paragraph',
      locked: true,
      covers: ['sen-expert'],
      when: ['review-possible', 'review', 'sen-expert'],
      text:
        'With your application you may ask for an expert in special educational needs to come and advise the panel, at no ' +
        'cost to you. You may do so even if the school has not found {forename} to have such needs. Please say in the ' +
        'application if you want this.',
    },
    {
      id: 'review-attend',
      kind: 'paragraph',
      locked: true,
      covers: ['review-represented'],
      when: ['review-possible', 'review'],
      text:
        'You may be represented at the review at your own cost, in writing or in person, and you may bring a friend. The panel may let ' +
        'the decision stand, recommend that the governors think again, or quash the decision and direct them to think ' +
        'again.',
    },
    {
      id: 'appeal-right',
      kind: 'paragraph',
      locked: true,
      covers: ['review-right', 'review-day', 'review-how', 'review-represented'],
      when: ['review-possible', 'appeal'],
      text:
        'You have the right to appeal against this decision to an [panel]. The last day to appeal is {reviewBy}; ' +
        'after that day the right is lost. Please appeal in writing, with your reasons, to {reviewTo}. You may speak at ' +
        'the hearing, be represented at your own cost and bring a friend. What the panel decides is binding.',
    },
    {
      id: 'discrimination',
      kind: 'paragraph',
      locked: true,
      covers: ['discrimination'],
      when: ['not reinstated'],
      text:
        'If you believe that {forename} was treated in this way because of a disability, you may also make a claim of ' +
        'disability discrimination to the [tribunal].',
    },
    {
      id: 'advice',
      kind: 'paragraph',
      locked: true,
      covers: ['advice'],
      when: ['not reinstated'],
      text: 'Free and independent advice is given by:',
    },
    {
      id: 'advice-list',
      kind: 'bullets',
      locked: true,
      covers: ['advice'],
      when: ['not reinstated'],
      text: '{advice}',
    },
    SIGNED_BY_CLERK,
  ],
};
