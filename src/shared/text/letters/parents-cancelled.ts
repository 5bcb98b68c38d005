import type { LetterTemplate } from '../../domain/letters/types.ts';
import { SIGNED_BY_HEAD } from './paragraphs/closing.ts';
import { TO_PARENTS } from './paragraphs/opening.ts';

/** The head has taken the exclusion back: cancelled from September 2022, withdrawn before. */
export const PARENTS_CANCELLED: LetterTemplate = {
  id: 'parents-cancelled',
  version: 1,
  title: 'Letter to the parents: taken back',
  party: 'Parents',
  duties: [{ keys: ['tell-cancelled-parents'] }],
  paragraphs: [
    ...TO_PARENTS,
    {
      id: 'heading',
      kind: 'heading',
      locked: true,
      covers: [],
      text: '[Noun] of {pupilLine}: [taken back]',
    },
    {
      id: 'cancelled',
      kind: 'paragraph',
      locked: true,
      covers: ['cancelled', 'back'],
      when: ['not never-out', 'not lunchtime'],
      text:
        'I am writing to tell you that I have [taken back] the [noun] of {pupil} that began {begins}. {forename} may come ' +
        'back to school without delay, and is expected {back}.',
    },
    {
      id: 'cancelled-lunchtimes',
      kind: 'paragraph',
      locked: true,
      covers: ['cancelled', 'back'],
      when: ['not never-out', 'lunchtime'],
      text:
        'I am writing to tell you that I have [taken back] the [noun] of {pupil} that began {begins}. {forename} may stay ' +
        'at school for lunch again {back}.',
    },
    {
      id: 'cancelled-before',
      kind: 'paragraph',
      locked: true,
      covers: ['cancelled', 'back'],
      when: ['never-out', 'not lunchtime'],
      text:
        'I am writing to tell you that I have [taken back] the [noun] of {pupil} that was to begin {begins}. {forename} is ' +
        'not to stay away from school because of it, and is expected {back}.',
    },
    {
      id: 'cancelled-before-lunchtimes',
      kind: 'paragraph',
      locked: true,
      covers: ['cancelled', 'back'],
      when: ['never-out', 'lunchtime'],
      text:
        'I am writing to tell you that I have [taken back] the [noun] of {pupil} that was to begin {begins}. {forename} is ' +
        'not to leave at lunch because of it, and may stay at school for lunch {back}.',
    },
    {
      id: 'cancel-reason',
      kind: 'paragraph',
      locked: true,
      covers: ['cancel-reason'],
      text: 'The reason is this: {cancelReason}',
    },
    {
      id: 'cancel-offer',
      kind: 'paragraph',
      locked: true,
      covers: ['cancel-offer'],
      when: ['cancel-rules'],
      text:
        'You are welcome to meet me, without delay, to talk about how this came about. Please telephone {schoolContact} ' +
        'to arrange a time.',
    },
    {
      id: 'cancel-governors',
      kind: 'paragraph',
      locked: true,
      covers: ['cancel-governors'],
      text:
        'The [governors] will not meet about the [noun] now. It and the [authority] are told that the [noun] was ' +
        '[taken back] and why.',
    },
    {
      id: 'cancel-days',
      kind: 'paragraph',
      locked: true,
      covers: [],
      when: ['not never-out', 'not lunchtime'],
      text:
        'The days that {forename} was already out stay on the record as days out of school. I am glad to have {forename} ' +
        'back.',
    },
    {
      id: 'cancel-lunchtimes',
      kind: 'paragraph',
      locked: true,
      covers: [],
      when: ['not never-out', 'lunchtime'],
      text: 'The lunchtimes that {forename} was already away from school stay on the record.',
    },
    {
      id: 'school-contact',
      kind: 'paragraph',
      locked: false,
      covers: [],
      when: ['not cancel-rules'],
      text: 'If there is anything you would like to ask, please speak to {schoolContact}.',
    },
    SIGNED_BY_HEAD,
  ],
};
