import { notice } from './notice.ts';

/** To the governors, through their clerk. */
export const NOTICE_GOVERNORS = notice({
  id: 'notice-governors',
  title: 'Notice to the governors',
  party: '[Governors]',
  lines: 'clerkLines',
  duties: [
    { keys: ['tell-governors', 'tell-governors-termly'], when: ['in-force'] },
    { keys: ['tell-cancelled-governors'], when: ['cancelled'] },
  ],
  opening: 'This is to tell the [governors] of [a noun].',
  after: [
    {
      id: 'must-meet',
      kind: 'paragraph',
      locked: true,
      covers: ['governors-duty', 'governors-day'],
      when: ['in-force', 'board-must-meet'],
      text: 'The [governors] must meet to consider it, at the latest on {governorsBy}.',
    },
    {
      id: 'if-asked',
      kind: 'paragraph',
      locked: true,
      covers: ['governors-duty', 'governors-day'],
      when: ['in-force', 'board-if-asked'],
      text: 'If the parents make representations, the [governors] must meet to consider it, at the latest on {governorsBy}.',
    },
    {
      id: 'before-exam',
      kind: 'paragraph',
      locked: true,
      covers: ['before-examination'],
      when: ['in-force', 'board-exam'],
      text: 'Because an examination or test would be missed, the meeting is to be before it if at all possible.',
    },
    {
      id: 'window',
      kind: 'paragraph',
      locked: true,
      covers: ['governors-window'],
      when: ['in-force', 'board-window'],
      text: 'It may not meet before {governorsFrom}.',
    },
    {
      id: 'considers',
      kind: 'paragraph',
      locked: true,
      covers: ['governors-duty'],
      when: ['in-force', 'board-considers'],
      text: 'The [governors] must consider what the parents write, if they do; at this length it cannot reinstate.',
    },
    {
      id: 'no-meeting',
      kind: 'paragraph',
      locked: true,
      covers: ['cancel-governors'],
      when: ['cancelled'],
      text: 'The [governors] need not meet about it any more.',
    },
  ],
});
