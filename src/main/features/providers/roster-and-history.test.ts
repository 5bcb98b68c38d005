import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { KIND_PRESETS } from '#shared/domain/providers/kind-presets.ts';
import { openBook, wholeWeek, type BookApp } from '../../../../tests/builders/provider-book.ts';

let app: BookApp;
beforeEach(async () => {
  app = await openBook();
});
afterEach(() => app.close());

const mon = { date: '2025-11-17', slot: 'am' } as const;
const { rules: noRules } = KIND_PRESETS['learning-support-unit'];
const rules = { ...noRules, yearGroups: [], papers: [], courses: [], distanceMetres: undefined };
const late = { kind: 'flexible-day' as const, name: 'Late day', sessions: wholeWeek(4) };

/** A late day that needs two adults, with Jo and Sam down for Monday morning and a pupil booked then. */
async function lateDay() {
  const { id } = await app.must('providers.save', { ...late, rules });
  const exclusionId = await app.exclude('Amara Okafor');
  await app.must('places.book', { exclusionId, providerId: id, sessions: [mon] });
  await app.must('providers.save', { ...late, id, version: 1, rules: { ...rules, adultsNeeded: 2 } });
  await app.must('providers.roster', {
    providerId: id,
    adults: [
      { name: 'Jo March', weekday: 1, slot: 'am' },
      { name: 'Sam Reid', weekday: 1, slot: 'am' },
    ],
  });
  return id;
}

const linesOf = async (providerId: string) =>
  (await app.must('providers.history', { providerId })).changes.map(({ lines }) => lines);

describe('the roster', () => {
  test('is a week of adults, each once for a half day', async () => {
    const providerId = await lateDay();
    const jo = { name: 'Jo March', weekday: 2, slot: 'pm' as const };
    await app.must('providers.roster', {
      providerId,
      adults: [jo, { ...jo, name: 'JO MARCH' }, { ...jo, slot: 'am' }],
    });
    const { adults } = await app.must('providers.get', { providerId });
    expect(adults.map(({ name, weekday, slot }) => [name, weekday, slot])).toEqual([
      ['Jo March', 2, 'pm'],
      ['Jo March', 2, 'am'],
    ]);
  });

  test('tells which bookings have too few adults by a change of the week; they stay booked', async () => {
    const providerId = await lateDay();
    const { without } = await app.must('providers.roster', {
      providerId,
      adults: [{ name: 'Jo March', weekday: 1, slot: 'am' }],
    });
    expect(without.map(({ name, date, slot }) => [name, date, slot])).toEqual([
      ['Amara Okafor', mon.date, 'am'],
    ]);
    expect([...(await app.book()).values()]).toEqual(['booked']);
  });

  test('an adult is away on one day, or there besides, and as usual again', async () => {
    const providerId = await lateDay();
    const change = (name: string, how: 'here' | 'away' | 'as-usual') =>
      app.must('providers.change-adult', { providerId, name, session: mon, change: how });
    expect((await change('Sam Reid', 'away')).without.map(({ name }) => name)).toEqual(['Amara Okafor']);
    expect((await change('Alex Shaw', 'here')).without).toEqual([]);
    expect((await change('Alex Shaw', 'as-usual')).without).toHaveLength(1);
    expect((await change('Sam Reid', 'here')).without).toEqual([]);
    const { adults } = await app.must('providers.get', { providerId });
    expect(adults.filter(({ date }) => date !== undefined)).toEqual([]);
  });

  test('nobody is away who is not down for it, and nobody comes when it does not run', async () => {
    const providerId = await lateDay();
    const input = { providerId, name: 'Alex Shaw', session: mon };
    expect(await app.run('providers.change-adult', { ...input, change: 'away' })).toMatchObject({
      error: { code: 'invalid-input', fields: [{ path: 'name' }] },
    });
    const sunday = { date: '2025-11-16', slot: 'am' as const };
    expect(
      await app.run('providers.change-adult', { ...input, session: sunday, change: 'here' }),
    ).toMatchObject({ error: { code: 'invalid-input', fields: [{ path: 'session' }] } });
  });

  test('is not for a recorder to change', async () => {
    const providerId = await lateDay();
    const closure = {
      change: 'closure' as const,
      providerId,
      from: mon.date,
      to: mon.date,
      slot: 'all' as const,
    };
    const name = { providerId, name: 'Jo March', session: mon, change: 'here' as const };
    for (const result of [
      await app.run('providers.roster', { providerId, adults: [] }, 'recorder'),
      await app.run('providers.hosts', { providerId, hosts: [] }, 'recorder'),
      await app.run('providers.change-adult', name, 'recorder'),
      await app.run('providers.effect', closure, 'recorder'),
    ]) {
      expect(result).toMatchObject({ error: { code: 'not-permitted' } });
    }
  });
});

describe('a rota by term', () => {
  const hosts = [
    { schoolYear: 2025, term: 'autumn' as const, host: 'Elm Primary' },
    { schoolYear: 2025, term: 'spring' as const, host: 'Ash Primary' },
  ];

  test('names the host of the present term', async () => {
    const { id: providerId } = await app.must('providers.save', {
      ...late,
      kind: 'primary-rota',
      rules: { ...rules, termRota: true },
    });
    expect((await app.must('providers.get', { providerId })).hostNow).toBeUndefined();
    await app.must('providers.hosts', { providerId, hosts });
    const got = await app.must('providers.get', { providerId });
    expect(got.hosts).toEqual(hosts);
    expect(got.hostNow).toBe('Elm Primary');
  });

  test('has one host a term', async () => {
    const providerId = await app.provider('Rota', 4);
    const twice = [...hosts, { ...hosts[0], host: 'Oak Primary' }] as typeof hosts;
    expect(await app.run('providers.hosts', { providerId, hosts: twice })).toMatchObject({
      error: { code: 'invalid-input', fields: [{ path: 'hosts.2.term' }] },
    });
  });
});

describe('providers.history', () => {
  test('says what differs, newest first, with who and why', async () => {
    const { id: providerId } = await app.must('providers.save', { ...late, rules });
    const sessions = wholeWeek(4)
      .map((run, at) => (at === 0 ? { ...run, capacity: 6 } : run))
      .slice(0, 9);
    await app.must('providers.save', {
      ...late,
      id: providerId,
      version: 1,
      name: 'Late shift',
      contactName: 'Jo March',
      sessions,
      weekCapacity: 18,
      rules: { ...rules, maxDays: 14, codeOfConduct: true },
      reason: 'New term',
    });
    await app.must('providers.save', {
      ...late,
      id: providerId,
      version: 2,
      name: 'Late shift',
      sessions,
      weekCapacity: 20,
      rules: { ...rules, maxDays: 10 },
      active: false,
    });
    const { changes } = await app.must('providers.history', { providerId });
    expect(changes.map(({ lines }) => lines)).toEqual([
      [
        'Who to ring: none, was Jo March',
        'Out of use',
        'How long and when: A stay has at most 10 days. Was: A stay has at most 14 days.',
        'Room: At most 20 different pupils a week. Was: At most 18 different pupils a week.',
        'Before the start, no longer: Parent and pupil sign a code of conduct before the start.',
      ],
      [
        'Name: Late shift, was Late day',
        'Who to ring: Jo March',
        'Mon am: 6 places, 9.00 to 12.00; was 4 places, 9.00 to 12.00',
        'Fri pm: does not run; was 4 places, 13.00 to 15.30',
        'How long and when: A stay has at most 14 days.',
        'Room: At most 18 different pupils a week.',
        'Before the start: Parent and pupil sign a code of conduct before the start.',
      ],
      ['Added to the list'],
    ]);
    expect(changes[1]).toMatchObject({ by: 'Test Person', reason: 'New term' });
  });

  test('tells of closures with what was given up, adults and hosts', async () => {
    const providerId = await lateDay();
    const days = { providerId, from: mon.date, to: mon.date, slot: 'all' as const };
    const { putOut } = await app.must('providers.effect', { change: 'closure', ...days });
    const { closureId } = await app.must('providers.close', {
      ...days,
      reason: 'Flood',
      giveUp: putOut.map(({ placeId }) => placeId),
    });
    await app.must('providers.reopen', { closureId });
    await app.must('providers.close', {
      ...days,
      to: '2025-11-21',
      slot: 'am',
      places: 1,
      reason: 'One room',
    });
    await app.must('providers.change-adult', { providerId, name: 'Jo March', session: mon, change: 'away' });
    await app.must('providers.hosts', {
      providerId,
      hosts: [{ schoolYear: 2025, term: 'spring', host: 'Elm Primary' }],
    });
    expect((await linesOf(providerId)).slice(0, 6)).toEqual([
      ['Host of the spring term 2025/26: Elm Primary'],
      ['Jo March away: Mon 17 November 2025 am'],
      ['1 place out of use: Mon 17 November to Fri 21 November 2025, mornings'],
      ['Open again: Mon 17 November 2025'],
      ['Closed: Mon 17 November 2025', '1 place of pupils given up with it'],
      ['Down for it: Jo March, Monday am', 'Down for it: Sam Reid, Monday am'],
    ]);
  });
});
