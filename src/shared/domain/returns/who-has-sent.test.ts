import { describe, expect, it } from 'vitest';
import { dueDateOf, sentCell, type SentVersion } from './who-has-sent.ts';

const PERIOD = { from: '2025-04-21', to: '2025-12-31', dueOn: '2026-01-29' };

const version = (more: Partial<SentVersion> = {}): SentVersion => ({
  id: 'r1',
  nil: false,
  current: true,
  receivedAt: '2026-01-20T09:00:00.000Z',
  ...more,
});

describe('how a school stands for a period', () => {
  it('is due 14 days after the census day', () => {
    expect(dueDateOf('2026-01-15')).toBe('2026-01-29');
  });

  it('is received, or nil, in time on the due day itself', () => {
    expect(sentCell([version({ receivedAt: '2026-01-29T23:00:00.000Z' })], PERIOD, {}, '2026-02-01')).toEqual(
      {
        state: 'received',
        late: false,
        replaced: false,
        receivedId: 'r1',
        receivedAt: '2026-01-29T23:00:00.000Z',
      },
    );
    expect(sentCell([version({ nil: true })], PERIOD, {}, '2026-02-01').state).toBe('nil');
  });

  it('is late by the first version, and replaced by the second', () => {
    const first = version({ id: 'r0', current: false });
    const second = version({ receivedAt: '2026-02-03T09:00:00.000Z' });
    expect(sentCell([second, first], PERIOD, {}, '2026-02-04')).toMatchObject({
      late: false,
      replaced: true,
    });
    expect(sentCell([second], PERIOD, {}, '2026-02-04')).toMatchObject({ late: true, replaced: false });
  });

  it('is waited for until the due day has passed, then missing', () => {
    expect(sentCell([], PERIOD, {}, '2026-01-29').state).toBe('waiting');
    expect(sentCell([], PERIOD, {}, '2026-01-30').state).toBe('missing');
  });

  it('asks nothing of a school that was not open, but shows what it sent', () => {
    expect(sentCell([], PERIOD, { closedOn: '2025-04-20' }, '2026-02-01').state).toBe('not-expected');
    expect(sentCell([], PERIOD, { openOn: '2026-01-01' }, '2026-02-01').state).toBe('not-expected');
    expect(sentCell([], PERIOD, { closedOn: '2025-08-31' }, '2026-02-01').state).toBe('missing');
    expect(sentCell([version()], PERIOD, { closedOn: '2025-04-20' }, '2026-02-01').state).toBe('received');
  });
});
