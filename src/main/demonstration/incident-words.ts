import type { Random } from './random.ts';

/** Invented accounts of what happened, by reason; no names, as the pupil's stands on the record. */
const ACCOUNTS: Readonly<Record<string, readonly string[]>> = {
  PP: [
    'Punched another pupil during an argument over a football. The other pupil was treated by first aid.',
    'Pushed a younger pupil down the steps of the dining hall and kicked a bag after them.',
    'Fought with a pupil of the same year at the end of break; two members of staff separated them.',
  ],
  PA: [
    'Shoved past a member of staff who stood in the doorway and struck their arm.',
    'Threw a chair that hit a teaching assistant on the leg.',
    'Kicked a member of staff who was helping another child.',
  ],
  VP: [
    'Threatened to wait for another pupil after school, in front of the class.',
    'Shouted abuse at a pupil in the corridor and would not stop when told.',
  ],
  VA: [
    'Swore at a teacher when asked to put a phone away, and again when asked to leave the room.',
    'Told a member of staff to shut up and threatened to come back and sort them out.',
    'Repeatedly swore at the cover teacher and refused to go to the head of year.',
  ],
  OW: [
    'Brought a small folding knife to school; found after another pupil told a teacher.',
    'Had fireworks in a bag and showed them to others at lunch.',
    'Sold vapes to other pupils by the bicycle sheds.',
  ],
  BU: [
    'Third report this half-term of taking money from the same pupil.',
    'Kept up name-calling of one pupil over two weeks after a warning and a meeting with parents.',
  ],
  RA: [
    'Used a racist word to another pupil in the lunch queue.',
    'Made racist remarks during a lesson and repeated them when challenged.',
  ],
  LG: ['Homophobic abuse of another pupil on the way to lessons, heard by two members of staff.'],
  DS: ['Mocked a pupil’s hearing aid in front of others and tried to take it.'],
  SM: [
    'Touched another pupil inappropriately in the changing rooms.',
    'Showed explicit pictures to others on the school bus.',
  ],
  DA: [
    'Smelled strongly of cannabis on return from lunch and had some in a blazer pocket.',
    'Brought alcohol to school and shared it with two others.',
  ],
  DM: [
    'Broke two windows in the sports hall by throwing stones.',
    'Tore the sinks from the wall in the boys’ toilets.',
  ],
  TH: ['Took a phone from the changing room; it was found in a locker.', 'Took money from a teacher’s desk.'],
  MT: [
    'Filmed a fight and posted it to a group of other pupils.',
    'Made a false account in a teacher’s name and posted insults from it.',
  ],
  PH: ['Deliberately coughed over food at the serving counter after two warnings.'],
  DB: [
    'Refused to follow instructions in four lessons in one day; removed each time; would not stay in the removal room.',
    'Walked out of lessons and disturbed other classes by banging on doors. Parents had been met twice this term.',
    'Set off the fire alarm on purpose, for the second time this year.',
    'Continued to disrupt the class after being moved; the lesson had to be stopped.',
    'Would not come in from the field after lunch and climbed on the roof of the store.',
  ],
};

const PLACES: Readonly<Record<'primary' | 'secondary' | 'pru', readonly string[]>> = {
  primary: ['Classroom', 'Playground', 'Dining hall', 'Cloakroom', 'School hall', 'Field'],
  secondary: [
    'Corridor by the science rooms',
    'Dining hall',
    'Playground',
    'Classroom',
    'Sports hall',
    'School field',
    'Bus stop outside the school',
    'Changing rooms',
    'Maths corridor',
    'Library',
  ],
  pru: ['Classroom', 'Corridor', 'Yard'],
};

export const accountOf = (random: Random, reason: string): string =>
  random.pick(ACCOUNTS[reason] ?? ['Account to follow.']);

export const placeOf = (random: Random, phase: 'primary' | 'secondary' | 'pru'): string =>
  random.pick(PLACES[phase]);
