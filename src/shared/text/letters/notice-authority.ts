import { notice } from './notice.ts';

/** To the authority that maintains the school, or in whose area it stands. */
export const NOTICE_AUTHORITY = notice({
  id: 'notice-authority',
  title: 'Notice to the [authority]',
  party: '[Authority]',
  lines: 'authorityLines',
  duties: [
    { keys: ['tell-authority', 'tell-authority-termly'], when: ['in-force'] },
    { keys: ['tell-cancelled-authority'], when: ['cancelled'] },
  ],
  opening: 'This is to tell you of [a noun] decided by this school.',
  after: [
    {
      id: 'education-duty',
      kind: 'paragraph',
      locked: true,
      covers: ['education-authority'],
      when: ['in-force', 'education-by-authority', 'not home-authority'],
      text: 'Please tell the parents, and us, where and when education will be provided from that day.',
    },
    {
      id: 'education-elsewhere',
      kind: 'paragraph',
      locked: true,
      covers: ['education-authority'],
      when: ['in-force', 'education-by-authority', 'home-authority'],
      text: 'The pupil lives in the area of another authority. It is told too, and asked to provide the education.',
    },
  ],
});
