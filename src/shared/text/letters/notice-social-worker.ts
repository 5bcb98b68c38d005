import { notice } from './notice.ts';

/** To the pupil's social worker, from September 2022. */
export const NOTICE_SOCIAL_WORKER = notice({
  id: 'notice-social-worker',
  title: 'Notice to the social worker',
  party: 'Social worker',
  lines: 'socialWorkerLines',
  duties: [
    { keys: ['tell-social-worker'], when: ['in-force'] },
    { keys: ['tell-cancelled-social-worker'], when: ['cancelled'] },
  ],
  opening: 'This is to tell you, as the pupil’s social worker, of [a noun] decided by this school.',
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
