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
      when: ['in-force', 'education-by-authority'],
      text: 'Please tell the parents, and us, where and when education will be provided from that day.',
    },
  ],
});
