import type { Paragraph } from '../../../domain/letters/types.ts';

/** What holds while the pupil is out: work, public places, education, examinations, lunchtimes. */
export const TIME_OUT: readonly Paragraph[] = [
  {
    id: 'lunch',
    kind: 'paragraph',
    locked: false,
    covers: [],
    when: ['lunchtime'],
    text: '{lunchArrangement}',
  },
  {
    id: 'work',
    kind: 'paragraph',
    locked: true,
    covers: ['work'],
    when: ['not lunchtime'],
    text: 'For each day at home we will set work for {forename}, and mark what comes back. {work}',
  },
  {
    id: 'public-places',
    kind: 'paragraph',
    locked: true,
    covers: ['public-places'],
    when: ['public-places'],
    text:
      'By law you must see that {forename} is not in a public place in school hours on {publicPlaceDays}, alone or with ' +
      'anyone, without a good reason. Otherwise you could be given a penalty notice or be prosecuted.',
  },
  {
    id: 'education-promise',
    kind: 'paragraph',
    locked: true,
    covers: ['education-promise'],
    when: ['education-promise'],
    text:
      'Schools in our area promise full-time education from the {promiseDay} day out of school, which is sooner than ' +
      'the law requires. For {forename} that is from {promiseFrom}. It has been arranged as follows:',
  },
  {
    id: 'education-law',
    kind: 'paragraph',
    locked: true,
    covers: ['education'],
    when: ['education-law', 'not education-promise'],
    text:
      'From {educationFrom}, the {educationDay} school day out of school in a row, {forename} must have full-time ' +
      'education by law. It has been arranged as follows:',
  },
  {
    id: 'education-arranged',
    kind: 'paragraph',
    locked: true,
    covers: [],
    when: ['education-arranged'],
    text: 'We have arranged for {forename} to be taught elsewhere as follows:',
  },
  {
    id: 'education-places',
    kind: 'bullets',
    locked: true,
    covers: ['education', 'education-promise'],
    when: ['education-places'],
    text: '{educationPlaces}',
  },
  {
    id: 'education-law-too',
    kind: 'paragraph',
    locked: true,
    covers: ['education'],
    when: ['education-law', 'education-promise'],
    text: 'The law requires full-time education from {educationFrom}, the {educationDay} school day out of school in a row.',
  },
  {
    id: 'education-by-authority',
    kind: 'paragraph',
    locked: true,
    covers: ['education-authority'],
    when: ['education-by-authority'],
    text:
      'From {educationFrom}, the {educationDay} school day out of school, the [authority] must provide full-time ' +
      'education for {forename} and will tell you where and when. Its contact is {authorityContact}.',
  },
  {
    id: 'exams',
    kind: 'paragraph',
    locked: true,
    covers: ['examination'],
    when: ['exams'],
    text: '{forename} would miss these examinations or tests because of the [noun]:',
  },
  {
    id: 'exams-list',
    kind: 'bullets',
    locked: true,
    covers: ['examination'],
    when: ['exams'],
    text: '{exams}',
  },
];
