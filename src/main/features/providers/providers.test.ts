import { KIND_PRESETS } from '#shared/domain/providers/kind-presets.ts';
import { NO_RULES } from '#shared/domain/providers/no-rules.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBook, wholeWeek, type BookApp } from '../../../../tests/builders/provider-book.ts';

let app: BookApp;
beforeEach(async () => {
  app = await openBook();
});
afterEach(() => app.close());

const mon = { date: '2025-11-17', slot: 'am' } as const;
const NO_RULES_FORM = { ...NO_RULES, yearGroups: [], papers: [], courses: [] };
const oak = { kind: 'pru' as const, name: 'Oak PRU', sessions: wholeWeek(2) };

/** Oak PRU with two pupils booked on Monday morning. */
async function oakWithTwo() {
  const providerId = await app.provider('Oak PRU', 2);
  for (const name of ['Amara Okafor', 'Ben Ali']) {
    app.wait(1);
    await app.must('places.book', { exclusionId: await app.exclude(name), providerId, sessions: [mon] });
  }
  return providerId;
}

describe('providers.save', () => {
  test('adds a provider that providers.list and providers.get then show as it was given', async () => {
    const given = { ...oak, address: ' 1 High Street ', contactName: 'Jo March', contactPhone: '' };
    const { id, version } = await app.must('providers.save', given);
    expect(version).toBe(1);
    const { provider, closures, coming } = await app.must('providers.get', { providerId: id });
    expect(provider).toEqual({
      id,
      version: 1,
      active: true,
      ...oak,
      address: '1 High Street',
      contactName: 'Jo March',
      rules: NO_RULES_FORM,
    });
    expect([closures, coming]).toEqual([[], []]);
    const { providers } = await app.must('providers.list', {});
    expect(providers).toEqual([{ ...provider, closures: [] }]);
  });

  test('keeps every rule as it was given', async () => {
    const { weekCapacity, schoolShare, rules } = KIND_PRESETS.agency;
    const given = {
      ...oak,
      weekCapacity,
      schoolShare,
      rules: {
        ...rules,
        yearGroups: [7, 8],
        papers: [...rules.papers],
        courses: [{ name: 'Anger management', sessions: 6 }],
        window: { fromDay: 3 },
        costPence: 3850,
      },
    };
    const { id } = await app.must('providers.save', given);
    const { provider } = await app.must('providers.get', { providerId: id });
    expect(provider).toMatchObject({ weekCapacity: 18, rules: given.rules });
  });

  test('changes a provider and keeps before and after in the audit trail', async () => {
    const { id } = await app.must('providers.save', oak);
    const after = await app.must('providers.save', {
      ...oak,
      id,
      version: 1,
      name: 'Oak House',
      sessions: wholeWeek(1),
    });
    expect(after).toEqual({ id, version: 2 });
    const rows = await app.services.store.read((db) => db.select().from(db.tables.audit));
    expect(rows.at(-1)).toMatchObject({
      operation: 'providers.save',
      subjectType: 'provider',
      subjectId: id,
      detail: { before: { name: 'Oak PRU', version: 1 }, after: { name: 'Oak House', version: 2 } },
    });
  });

  test('refuses a change made over somebody else’s', async () => {
    const { id } = await app.must('providers.save', oak);
    await app.must('providers.save', { ...oak, id, version: 1, name: 'Oak House' });
    const stale = await app.run('providers.save', { ...oak, id, version: 1, name: 'Oak Hall' });
    expect(stale).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect((await app.must('providers.get', { providerId: id })).provider.name).toBe('Oak House');
  });

  test('refuses a change to a provider that is not there', async () => {
    const result = await app.run('providers.save', { ...oak, id: 'nothing', version: 1 });
    expect(result).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  test.each([
    ['fewer places', { sessions: wholeWeek(1) }, 'sessions', 'Ben Ali (9B)'],
    ['fewer pupils a week', { weekCapacity: 1 }, 'sessions', 'Ben Ali (9B)'],
    ['fewer of one school', { schoolShare: 1 }, 'sessions', 'Ben Ali (9B)'],
    ['a session less', { sessions: wholeWeek(2).slice(1) }, 'sessions', 'Ben Ali (9B) and Amara Okafor (9B)'],
    ['out of use', { active: false }, 'active', 'Ben Ali (9B) and Amara Okafor (9B)'],
  ])('refuses to put out pupils who have places: %s', async (_, change, path, who) => {
    const id = await oakWithTwo();
    const result = await app.run('providers.save', { ...oak, id, version: 1, ...change });
    expect(result).toMatchObject({ ok: false, error: { code: 'conflict', fields: [{ path }] } });
    if (result.ok) return;
    expect(result.error.message).toContain(`take away: Mon 17 November am: ${who}. Move or cancel`);
    expect((await app.must('providers.get', { providerId: id })).provider.version).toBe(1);
  });

  test('lowers what nobody uses: other sessions, holds that ran out, days gone by', async () => {
    const id = await app.provider('Oak PRU', 2);
    const past = { start: { date: '2025-11-10', slot: 'am' as const } };
    const exclusionId = await app.exclude('Amara Okafor', past);
    await app.must('places.book', {
      exclusionId,
      providerId: id,
      sessions: [{ date: '2025-11-11', slot: 'am' }],
    });
    await app.must('places.book', { exclusionId, providerId: id, sessions: [mon], hold: true });
    app.wait(24);
    const empty = await app.must('providers.save', { ...oak, id, version: 1, sessions: [], active: false });
    expect(empty.version).toBe(2);
  });

  test.each([
    [{ name: ' ' }, 'name', 'Enter the provider’s name.'],
    [
      { sessions: [{ weekday: 1, slot: 'am' as const, capacity: -1, starts: '09:00', ends: '12:00' }] },
      'sessions.0.capacity',
      'Use 0 or more.',
    ],
    [
      { sessions: [{ weekday: 1, slot: 'am' as const, capacity: 1, starts: '9', ends: '12:00' }] },
      'sessions.0.starts',
      'Enter a time, for example 8.45 am.',
    ],
    [
      { sessions: [{ weekday: 1, slot: 'am' as const, capacity: 1, starts: '12:00', ends: '12:00' }] },
      'sessions.0.ends',
      'It must end after it starts.',
    ],
    [
      { sessions: [...wholeWeek(1).slice(0, 1), ...wholeWeek(1).slice(0, 1)] },
      'sessions.1.slot',
      'This half day is given twice.',
    ],
    [
      {
        sessions: [
          ...wholeWeek(1).slice(0, 1),
          { weekday: 1, slot: 'pm' as const, capacity: 1, starts: '11:00', ends: '13:00' },
        ],
      },
      'sessions.1.starts',
      'The two halves of a day must not run at the same time.',
    ],
    [{ schoolShare: 3 }, 'schoolShare', 'No session has so many places: the largest has 2.'],
    [
      { rules: { ...NO_RULES_FORM, minDays: 5, maxDays: 2 } },
      'rules.maxDays',
      'The longest stay must not be shorter than the shortest.',
    ],
    [
      { rules: { ...NO_RULES_FORM, window: { fromDay: 3, toDay: 2 } } },
      'rules.window.toDay',
      'The last day must not be before the first.',
    ],
    [
      { partnerSchoolId: 'school' },
      'partnerSchoolId',
      'Only a partner school or a managed exchange is shared with another school.',
    ],
    [
      { kind: 'partner-school' as const, partnerSchoolId: 'school' },
      'partnerSchoolId',
      'Choose a school from the list.',
    ],
  ])('refuses %j', async (wrong, path, message) => {
    const result = await app.run('providers.save', { ...oak, ...wrong });
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', fields: [{ path, message }] },
    });
  });

  test('refuses a second provider of the same name, however it is written', async () => {
    await app.must('providers.save', oak);
    const result = await app.run('providers.save', { ...oak, name: 'OAK pru' });
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid-input', fields: [{ path: 'name' }] } });
  });

  test.each(['recorder', 'provider-staff', 'governor-clerk', 'authority'] as const)(
    '%s may not',
    async (role) => {
      expect(await app.run('providers.save', oak, role)).toMatchObject({ error: { code: 'not-permitted' } });
      expect(await app.run('providers.reopen', { closureId: 'x' }, role)).toMatchObject({
        error: { code: 'not-permitted' },
      });
    },
  );
});

describe('providers.close and providers.reopen', () => {
  test('closes some days, and opens them again', async () => {
    const providerId = await app.provider('Oak PRU', 2);
    const closure = { from: '2025-12-01', to: '2025-12-05', slot: 'all' as const, reason: 'Building work' };
    const { closureId } = await app.must('providers.close', { providerId, ...closure });
    expect((await app.must('providers.get', { providerId })).closures).toEqual([
      { id: closureId, ...closure },
    ]);
    await app.must('providers.reopen', { closureId });
    expect((await app.must('providers.get', { providerId })).closures).toEqual([]);
    expect(await app.run('providers.reopen', { closureId })).toMatchObject({ error: { code: 'not-found' } });
    const rows = await app.services.store.read((db) => db.select().from(db.tables.audit));
    expect(rows.at(-1)).toMatchObject({
      operation: 'providers.reopen',
      detail: { reopened: { reason: 'Building work' } },
    });
  });

  test('refuses while pupils have places then, and names them; the other half of the day may close', async () => {
    const providerId = await oakWithTwo();
    const day = { providerId, from: mon.date, to: mon.date, reason: 'Flood' };
    const result = await app.run('providers.close', { ...day, slot: 'all' });
    expect(result).toMatchObject({ ok: false, error: { code: 'conflict' } });
    if (!result.ok)
      expect(result.error.message).toContain('Mon 17 November am: Ben Ali (9B) and Amara Okafor (9B)');
    expect((await app.must('providers.get', { providerId })).closures).toEqual([]);
    await app.must('providers.close', { ...day, slot: 'pm' });
  });

  test('refuses days the wrong way round, no reason, and a provider that is not there', async () => {
    const providerId = await app.provider('Oak PRU', 2);
    const input = { providerId, from: '2025-12-05', to: '2025-12-01', slot: 'all' as const, reason: 'Flood' };
    expect(await app.run('providers.close', input)).toMatchObject({
      error: { code: 'invalid-input', fields: [{ path: 'to' }] },
    });
    expect(await app.run('providers.close', { ...input, reason: '' })).toMatchObject({
      error: { code: 'invalid-input', fields: [{ path: 'reason', message: 'Enter why it is closed.' }] },
    });
    expect(
      await app.run('providers.close', { ...input, to: input.from, providerId: 'nothing' }),
    ).toMatchObject({
      error: { code: 'not-found' },
    });
  });
});

describe('providers.get', () => {
  test('lists the coming places, soonest first, without days gone by and holds run out', async () => {
    const providerId = await app.provider('Oak PRU', 2);
    const exclusionId = await app.exclude('Amara Okafor', { start: { date: '2025-11-10', slot: 'am' } });
    await app.must('places.book', {
      exclusionId,
      providerId,
      sessions: [
        { date: '2025-11-18', slot: 'am' },
        { date: '2025-11-17', slot: 'pm' },
        { date: '2025-11-11', slot: 'am' },
      ],
    });
    const { coming } = await app.must('providers.get', { providerId });
    expect(coming.map(({ date, slot, name, form }) => [date, slot, name, form])).toEqual([
      ['2025-11-17', 'pm', 'Amara Okafor', '9B'],
      ['2025-11-18', 'am', 'Amara Okafor', '9B'],
    ]);
  });

  test('refuses a provider that is not there', async () => {
    expect(await app.run('providers.get', { providerId: 'nothing' })).toMatchObject({
      error: { code: 'not-found' },
    });
  });
});
