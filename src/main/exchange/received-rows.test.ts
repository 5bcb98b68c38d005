import { describe, expect, it } from 'vitest';
import { SAMPLE_RETURN } from '../../../tests/fixtures/files/sample-return.ts';
import { FILE_COLUMNS } from '../storage/repositories/received-columns.ts';
import { receivedRows } from './received-rows.ts';

const arrival = {
  id: 'r1',
  schoolName: 'Test High School',
  format: 'census-xml',
  fileName: 'return.xml',
  sha256: 'a'.repeat(64),
  receivedBy: 'Test Person',
  receivedAt: '2026-01-21T12:00:00.000Z',
  signedBy: null,
} as const;

describe('a return as an authority keeps it', () => {
  it('has a row an exclusion, in the order of the file', () => {
    const { received, exclusions } = receivedRows(SAMPLE_RETURN, arrival);
    expect(received).toMatchObject({ laEstab: '2014001', periodName: 'Spring census 2026', current: true });
    const rows = exclusions.map((values) =>
      Object.fromEntries(FILE_COLUMNS.map((column, at) => [column, values[at]])),
    );
    expect(exclusions.every((values) => values.length === FILE_COLUMNS.length)).toBe(true);
    expect(rows.map(({ position }) => position)).toEqual([0, 1, 2]);
    const [first] = SAMPLE_RETURN.pupils;
    expect(rows[0]).toMatchObject({
      laEstab: '2014001',
      upn: first?.upn,
      surname: first?.surname,
      startDate: first?.exclusions[0]?.startDate,
      reasons: first?.exclusions[0]?.reasons,
    });
    expect(rows.find(({ category }) => category === 'PERM')?.['sessions']).toBeNull();
  });

  it.each([
    ['2026-01-19T10:00:00', '2026-01-19T10:00:00'],
    ['2026-01-19 10:00', '2026-01-19T10:00'],
    ['2026-01-19T10:00:00.123Z', '2026-01-19T10:00:00'],
    ['2026-01-19T10:00:00+00:00', '2026-01-19T10:00:00'],
    ['19/01/2026 10:00', SAMPLE_RETURN.referenceDate],
    ['z'.repeat(1000), SAMPLE_RETURN.referenceDate],
  ])('made at “%s” is older or newer than another as %s', (createdAt, kept) => {
    expect(receivedRows({ ...SAMPLE_RETURN, createdAt }, arrival).received.createdAt).toBe(kept);
  });
});
