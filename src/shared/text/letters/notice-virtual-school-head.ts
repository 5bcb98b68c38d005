import { notice } from './notice.ts';

/** To the virtual school head of a pupil in care, from September 2022. */
export const NOTICE_VIRTUAL_SCHOOL_HEAD = notice({
  id: 'notice-virtual-school-head',
  title: 'Notice to the virtual school head',
  party: 'Virtual school head',
  lines: 'virtualSchoolHeadLines',
  duties: [
    { keys: ['tell-virtual-school-head'], when: ['in-force'] },
    { keys: ['tell-cancelled-virtual-school-head'], when: ['cancelled'] },
  ],
  opening:
    'This is to tell you, as virtual school head, of [a noun] of a pupil in care, decided by this school.',
  after: [
    {
      id: 'take-part',
      kind: 'paragraph',
      locked: true,
      covers: ['worker-takes-part'],
      when: ['in-force', 'board-looks'],
      text:
        'When the [governors] meets about it you may take part, also by video link or telephone. Anything you know that ' +
        'bears on the decision will help.',
    },
  ],
});
