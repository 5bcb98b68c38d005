import { expect, it } from 'vitest';
import { detailLines } from './detail-lines.ts';

it('shows before and after side by side, only where they differ', () => {
  expect(
    detailLines({
      title: '3 days from 12 November 2025',
      before: { startDate: '2025-11-12', halfDays: 4, reasons: ['VB'], version: 1 },
      after: { startDate: '2025-11-13', halfDays: 4, reasons: ['VB', 'DA'], version: 2, note: '' },
    }),
  ).toEqual([
    { label: 'Title', value: '3 days from 12 November 2025' },
    { label: 'Start date', before: 'Wed 12 November 2025', after: 'Thu 13 November 2025' },
    { label: 'Reasons', before: 'VB', after: 'VB, DA' },
    { label: 'Version', before: '1', after: '2' },
  ]);
});

it('says what is nested under the names it hangs from, and sessions as days', () => {
  expect(
    detailLines({
      event: { type: 'cancelled', back: { date: '2025-11-13', slot: 'pm' } },
      places: [
        { date: '2025-11-12', slot: 'am' },
        { date: '2025-11-12', slot: 'pm' },
      ],
      changes: [{ field: 'form', from: '9A', to: '9B' }],
      inCare: true,
    }),
  ).toEqual([
    { label: 'Event: type', value: 'cancelled' },
    { label: 'Event: back', value: 'Thu 13 November 2025 pm' },
    { label: 'Places', value: 'Wed 12 November 2025 am, Wed 12 November 2025 pm' },
    { label: 'Changes: 1: field', value: 'form' },
    { label: 'Changes: 1: from', value: '9A' },
    { label: 'Changes: 1: to', value: '9B' },
    { label: 'In care', value: 'yes' },
  ]);
});

it('takes whatever stands there', () => {
  expect(detailLines(null)).toEqual([]);
  expect(detailLines('text')).toEqual([{ label: 'Detail', value: 'text' }]);
  expect(detailLines({ before: 'x', after: 7 })).toEqual([{ label: 'Value', before: 'x', after: '7' }]);
  expect(detailLines({ long: 'x'.repeat(1000) })[0]?.value).toHaveLength(301);
});
