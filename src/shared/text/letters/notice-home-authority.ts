import { notice } from './notice.ts';

/** To the authority of the pupil's home, where that is another one. */
export const NOTICE_HOME_AUTHORITY = notice({
  id: 'notice-home-authority',
  title: 'Notice to the home authority',
  party: 'Home authority',
  lines: 'homeAuthorityLines',
  duties: [
    { keys: ['tell-home-authority'], when: ['in-force'] },
    { keys: ['tell-cancelled-home-authority'], when: ['cancelled'] },
  ],
  opening: 'This is to tell you of [a noun] of a pupil who lives in your area, decided by this school.',
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
