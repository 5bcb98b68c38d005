import assert from 'node:assert/strict';
import type { OperationInput } from '#shared/contract/contract.ts';
import { addPupils, pupilRecord } from '../../builders/pupil-row.ts';
import { setUpSchool } from '../../builders/school.ts';
import { wholeWeek } from '../../builders/provider-book.ts';
import { checkWhole } from '../check-whole.ts';
import { databaseIn, openAppIn } from '../open-app.ts';
import type { KillKind } from './kind.ts';

const TODAY = '2025-11-12';
const PUPILS = 200;
const SESSIONS = (['2025-11-17', '2025-11-18'] as const).flatMap((date) =>
  (['am', 'pm'] as const).map((slot) => ({ date, slot })),
);

/** What the audit trail says each command was about; there are rows about what followed from it too. */
const OF_THE_COMMAND = new Set(['provider', 'exclusion', 'placement']);

/** Three commands for one pupil after another: a provider, an exclusion, its places. Each writes into several tables. */
export const commandKills: KillKind = {
  kills: 12,
  async prepare(folder) {
    const app = await openAppIn(folder, TODAY);
    await setUpSchool(app);
    await addPupils(
      app,
      Array.from({ length: PUPILS }, (_, at) => pupilRecord(at + 1)),
    );
    await app.close();
  },
  async work(folder, done) {
    const app = await openAppIn(folder, TODAY);
    const { providers, exclusions, places } = await readBack(folder);
    for (let n = 1; n <= PUPILS; n += 1) {
      const name = `Provider ${String(n)}`;
      const providerId =
        providers.get(name) ??
        (await app.must('providers.save', { kind: 'pru', name, sessions: wholeWeek(4) })).id;
      if (!providers.has(name)) done(`provider ${name}`);
      const pupilId = `pupil-${String(n)}`;
      const exclusionId =
        exclusions.get(pupilId) ?? (await app.must('exclusions.issue', exclusionOf(pupilId))).id;
      if (!exclusions.has(pupilId)) done(`exclusion ${pupilId}`);
      if (places.has(exclusionId)) continue;
      await app.must('places.book', { exclusionId, providerId, sessions: SESSIONS });
      done(`places ${exclusionId}`);
    }
    await app.close();
  },
  async check(folder, done, kills) {
    checkWhole(databaseIn(folder));
    const { providers, exclusions, places, wrong, audited } = await readBack(folder);
    assert.deepEqual(wrong, []);
    for (const one of done) {
      const [, what = '', id = ''] = /^(\w+) (.*)$/.exec(one) ?? [];
      const kept = what === 'provider' ? providers : what === 'exclusion' ? exclusions : places;
      assert.ok(kept.has(id), `${one} was acknowledged and is gone`);
    }
    const there = providers.size + exclusions.size + places.size;
    assert.equal(audited, there, 'commands and their rows in the audit trail');
    assert.ok(there - done.length <= kills, 'more is there than was ever asked for');
  },
};

const exclusionOf = (pupilId: string): OperationInput<'exclusions.issue'> => ({
  pupilId,
  kind: 'fixed-period',
  startDate: '2025-11-17',
  halfDays: 4,
  incidentOn: '2025-11-12',
  incidentAccount: 'Pushed another pupil.',
  reasons: ['PP'],
  decidedBy: 'Mrs Head',
});

/** What is there, by what it is acknowledged as; `wrong` names what is there in part. */
async function readBack(folder: string) {
  const app = await openAppIn(folder, TODAY);
  const found = await app.services.store.read(async (db) => {
    const t = db.tables;
    return {
      providers: await db.select().from(t.providers),
      weeks: await db.select().from(t.providerSessions),
      exclusions: await db.select().from(t.exclusions),
      halfDays: await db.select().from(t.exclusionHalfDays),
      duties: await db.select().from(t.duties),
      places: await db.select().from(t.places),
      placements: await db.select().from(t.placements),
      audit: await db.select().from(t.audit),
    };
  });
  await app.close();
  const most = found.exclusions.map(
    ({ id }) => found.duties.filter(({ exclusionId }) => exclusionId === id).length,
  );
  const counts = [
    ...found.providers.map(({ id, name }) => [
      name,
      10,
      found.weeks.filter((one) => one.providerId === id).length,
    ]),
    ...found.exclusions.map(({ id }) => [
      id,
      4,
      found.halfDays.filter((one) => one.exclusionId === id).length,
    ]),
    ...found.placements.map(({ id }) => [id, 4, found.places.filter((one) => one.placementId === id).length]),
  ];
  const noDuties = most.some((count) => count === 0);
  return {
    providers: new Map(found.providers.map(({ id, name }) => [name, id])),
    exclusions: new Map(found.exclusions.map(({ id, pupilId }) => [pupilId, id])),
    places: new Set(found.placements.map(({ exclusionId }) => exclusionId)),
    audited: found.audit.filter(({ subjectType }) => OF_THE_COMMAND.has(subjectType ?? '')).length,
    wrong: [
      ...counts.filter(([, expected, count]) => expected !== count),
      ...(noDuties ? ['no duties'] : []),
    ],
  };
}
