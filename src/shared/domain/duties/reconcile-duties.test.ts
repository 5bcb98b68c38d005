import { describe, expect, it } from 'vitest';
import { eventFulfils } from './event-fulfils.ts';
import { reconcileDuties, type StoredDuty } from './reconcile-duties.ts';
import type { Duty } from './types.ts';

const duty = (key: string, dueBy?: string): Duty => ({
  key,
  party: 'parents',
  owedBy: 'school',
  basis: 'law',
  withoutDelay: false,
  ...(dueBy === undefined ? {} : { dueBy }),
  working: [],
  source: 'A rule',
  certainty: 'read',
});
/** As a table gives it: null where nothing is. */
const row = (key: string, dueBy: string | null, more: Partial<StoredDuty> = {}): StoredDuty => ({
  ...duty(key),
  dueBy,
  dueSlot: null,
  notBefore: null,
  reading: null,
  owed: true,
  fulfilledOn: null,
  ...more,
});

describe('the kept duties of a case', () => {
  it('are written once, without a word of change, the first time', () => {
    expect(reconcileDuties([], [duty('a', '2025-06-09')])).toEqual({
      insert: [duty('a', '2025-06-09')],
      update: [],
      changes: [],
    });
  });

  it('stay as they are when nothing changed', () => {
    const rows = [row('a', '2025-06-09'), row('b', null)];
    const same = { insert: [], update: [], changes: [] };
    expect(reconcileDuties(rows, [duty('a', '2025-06-09'), duty('b')])).toEqual(same);
  });

  it('stay as they are when a database gives the fields of their working back in another order', () => {
    const line = { type: 'counted', date: '2025-06-09', slots: ['am'] } as const;
    const turned = { slots: ['am'], date: '2025-06-09', type: 'counted' } as const;
    const rows = [row('a', '2025-06-09', { working: [turned] })];
    expect(reconcileDuties(rows, [{ ...duty('a', '2025-06-09'), working: [line] }]).update).toEqual([]);
  });

  it('say which moved, which are new and which are no longer owed', () => {
    const { insert, update, changes } = reconcileDuties(
      [row('a', '2025-06-09'), row('b', '2025-06-10')],
      [duty('a', '2025-06-11'), duty('c', '2025-06-12')],
    );
    expect(insert.map(({ key }) => key)).toEqual(['c']);
    expect(update.map(({ key, owed }) => [key, owed])).toEqual([
      ['a', true],
      ['b', false],
    ]);
    expect(changes).toEqual([
      { key: 'a', change: 'moved', beforeDue: '2025-06-09', afterDue: '2025-06-11' },
      { key: 'c', change: 'added', afterDue: '2025-06-12' },
      { key: 'b', change: 'no-longer-owed', beforeDue: '2025-06-10' },
    ]);
  });

  it('are owed again when the record obliges again', () => {
    const { update, changes } = reconcileDuties(
      [row('a', '2025-06-09', { owed: false })],
      [duty('a', '2025-06-09')],
    );
    expect(update).toMatchObject([{ key: 'a', owed: true }]);
    expect(changes).toMatchObject([{ key: 'a', change: 'owed-again' }]);
  });

  it('that were done follow the record in silence', () => {
    const done = { fulfilledOn: '2025-06-06' };
    const rows = [row('a', '2025-06-09', done), row('b', '2025-06-09', done)];
    const { update, changes } = reconcileDuties(rows, [duty('a', '2025-06-10')]);
    expect(update.map(({ key, owed, dueBy }) => [key, owed, dueBy])).toEqual([
      ['a', true, '2025-06-10'],
      ['b', false, '2025-06-09'],
    ]);
    expect(changes).toEqual([]);
  });

  it('take a better source without telling it as a change', () => {
    const { update, changes } = reconcileDuties(
      [row('a', '2025-06-09', { source: 'Hearsay' })],
      [duty('a', '2025-06-09')],
    );
    expect(update).toHaveLength(1);
    expect(changes).toEqual([]);
  });
});

it('an event does the duties that it answers', () => {
  expect(eventFulfils('decision')).toEqual(['governors-meeting', 'governors-representations']);
  expect(eventFulfils('returned')).toEqual(['return-to-school']);
  expect(eventFulfils('meeting-set')).toEqual([]);
});
