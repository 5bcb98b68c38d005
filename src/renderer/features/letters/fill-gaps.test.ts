import { expect, test } from 'vitest';
import { fillBlocks, fillGaps, typedOf } from './fill-gaps.ts';
import type { Block, Gap } from './types.ts';

const gap = (key: string, value: string, from: Gap['from'], editable = true): Gap => ({
  key,
  label: key,
  multiline: false,
  value,
  from,
  editable,
});

const blocks: readonly Block[] = [
  {
    id: 'work',
    kind: 'paragraph',
    locked: false,
    lines: [
      [
        { type: 'text', text: 'Work is sent by ' },
        { type: 'gap', key: 'work', text: '', from: 'missing' },
        { type: 'text', text: ' to ' },
        { type: 'gap', key: 'pupil', text: 'Amara', from: 'record' },
      ],
    ],
  },
];

test('what is typed stands in the letter at once, the rest stays as it was read', () => {
  expect(fillBlocks(blocks, { work: 'e-mail' })[0]?.lines[0]).toEqual([
    { type: 'text', text: 'Work is sent by ' },
    { type: 'gap', key: 'work', text: 'e-mail', from: 'typed' },
    { type: 'text', text: ' to ' },
    { type: 'gap', key: 'pupil', text: 'Amara', from: 'record' },
  ]);
});

test('what is rubbed out is missing again', () => {
  expect(fillGaps([gap('work', 'e-mail', 'typed')], { work: ' ' })[0]?.from).toBe('missing');
});

test('a save carries everything typed and nothing that comes from the record', () => {
  const gaps = [
    gap('work', 'e-mail', 'typed'),
    gap('clerk', '', 'missing'),
    gap('pupil', 'Amara', 'record', false),
  ];
  expect(typedOf(fillGaps(gaps, { clerk: 'Ms Osei' }))).toEqual({ work: 'e-mail', clerk: 'Ms Osei' });
});
