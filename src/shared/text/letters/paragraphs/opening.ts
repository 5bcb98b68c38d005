import type { Paragraph } from '../../../domain/letters/types.ts';

/** To the parents: address, date, heading, salutation. */
export const TO_PARENTS: readonly Paragraph[] = [
  { id: 'address', kind: 'address', locked: true, covers: [], text: ['{parentNames}', '{parentAddress}'] },
  { id: 'date', kind: 'date', locked: true, covers: [], text: '{letterDate}' },
  { id: 'salutation', kind: 'paragraph', locked: true, covers: [], text: 'Dear {salutation},' },
];

const WEIGHED =
  'I know that this is hard for you and for {forename}, and I have not taken the decision lightly.';

/** What was decided, for how long, and when the pupil is back: one paragraph a kind of exclusion. */
export const DECISION: readonly Paragraph[] = [
  {
    id: 'heading',
    kind: 'heading',
    locked: true,
    covers: [],
    text: '[Noun] of {pupilLine}',
  },
  {
    id: 'decision-fixed',
    kind: 'paragraph',
    locked: true,
    covers: ['period', 'dates', 'return'],
    when: ['fixed-period', 'not extension'],
    text:
      'I am writing to tell you that I have decided to [exclude] {pupil} from school for {length}. The [noun] begins ' +
      `{begins} and ends {ends}. {forename} is expected back at school {returns}. ${WEIGHED}`,
  },
  {
    id: 'decision-extension',
    kind: 'paragraph',
    locked: true,
    covers: ['period', 'dates', 'return', 'chain'],
    when: ['fixed-period', 'extension'],
    text:
      'I wrote to you before about an exclusion of {pupil} ({followed}). I have now decided to make it longer by {length}. ' +
      'The added time begins {begins} and ends {ends}. {forename} is expected back at school {returns}. ' +
      WEIGHED,
  },
  {
    id: 'decision-permanent',
    kind: 'paragraph',
    locked: true,
    covers: ['permanence', 'dates'],
    when: ['permanent', 'not conversion'],
    text:
      'I am writing to tell you that I have decided to exclude {pupil} from this school permanently. The decision takes ' +
      'effect {begins}. It means that {forename} will not be allowed in this school again unless the [governors] ' +
      `puts {forename} back, or [a review] leads to that. ${WEIGHED}`,
  },
  {
    id: 'decision-conversion',
    kind: 'paragraph',
    locked: true,
    covers: ['permanence', 'dates', 'chain'],
    when: ['permanent', 'conversion'],
    text:
      'I wrote to you before about an exclusion of {pupil} ({followed}). I have now decided that it is to be permanent. ' +
      'This takes effect {begins}. It means that {forename} will not be allowed in this school again unless the ' +
      `[governors] puts {forename} back, or [a review] leads to that. ${WEIGHED}`,
  },
  {
    id: 'chain-further',
    kind: 'paragraph',
    locked: true,
    covers: ['chain'],
    when: ['further'],
    text:
      'It follows straight after an earlier decision, of which I wrote to you before ({followed}), and is a new decision ' +
      'with its own reasons and its own rights, which are set out below.',
  },
  {
    id: 'decision-lunchtime',
    kind: 'paragraph',
    locked: true,
    covers: ['period', 'dates', 'return'],
    when: ['lunchtime'],
    text:
      'I am writing to tell you that I have decided to [exclude] {pupil} from the school site for {length}: on ' +
      '{lunchtimes}. {forename} is expected in lessons every morning and afternoon as usual, and may stay at school for ' +
      `lunch again {returns}. The rules count each lunchtime as half a school day. ${WEIGHED}`,
  },
];

/** Why, and what came before. */
export const REASONS: readonly Paragraph[] = [
  {
    id: 'reasons',
    kind: 'paragraph',
    locked: true,
    covers: ['reasons'],
    text: '[The reason is] {reasons}. {account}',
  },
  {
    id: 'previous',
    kind: 'paragraph',
    locked: true,
    covers: ['previous'],
    when: ['permanent', 'has-previous'],
    text: '[earlier exclusions] of {forename} at this school, which I have taken into account, were:',
  },
  {
    id: 'previous-list',
    kind: 'bullets',
    locked: true,
    covers: ['previous'],
    when: ['permanent', 'has-previous'],
    text: '{previous}',
  },
  {
    id: 'no-previous',
    kind: 'paragraph',
    locked: true,
    covers: ['previous'],
    when: ['permanent', 'no-previous'],
    text: 'This school has no earlier [an earlier exclusion] of {forename} on record.',
  },
];
