import { eq } from 'drizzle-orm';
import { NO_RULES } from '#shared/domain/providers/no-rules.ts';
import type { ProviderKind, ProviderRules, ProviderSession } from '#shared/domain/providers/types.ts';
import type { OperationOutput } from '#shared/contract/contract.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import { openBook, wholeWeek, type BookApp } from './provider-book.ts';

interface ProviderOptions {
  readonly kind?: ProviderKind;
  readonly sessions?: ProviderSession[];
  readonly rules?: Partial<ProviderRules>;
  /** Who is there in every session of the week. */
  readonly adults?: readonly string[];
}

/** An application for tests of stays: the book of places, and the day that it believes in. */
export interface StayApp extends BookApp {
  /** A provider with rules, of 12 places in every half day unless told otherwise; gives its id. */
  centre(name: string, options?: ProviderOptions): Promise<string>;
  /** A further exclusion of a pupil, of whole days; gives its id. */
  excludeAgain(pupilId: string, from: string, to: string): Promise<string>;
  /** Books all sessions asked for and gives the id of the stay. */
  stay(exclusionId: string, providerId: string, sessions: readonly Session[]): Promise<string>;
  get(placementId: string): Promise<OperationOutput<'stays.get'>>;
  /** The id of the stay's place in a session. */
  placeAt(placementId: string, session: Session): Promise<string>;
  /** Does the first open task whose title has these words, on the day the app believes in. */
  do(
    placementId: string,
    words: string,
    more?: { readonly verdict?: 'suitable' | 'unsuitable'; readonly note?: string },
  ): Promise<OperationOutput<'stays.do-task'>>;
  /** Goes to noon of a day at or after the one that the app believes in. */
  goTo(date: string): void;
}

/** Both halves of days. */
export const wholeDays = (...dates: readonly string[]): Session[] =>
  dates.flatMap((date) => [
    { date, slot: 'am' as const },
    { date, slot: 'pm' as const },
  ]);

/** `openBook`, with what stays need. */
export async function openStayBook(): Promise<StayApp> {
  const app = await openBook();
  const get = (placementId: string) => app.must('stays.get', { placementId });
  return {
    ...app,
    get,
    centre: async (name, { kind = 'pru', sessions = wholeWeek(12), rules = {}, adults = [] } = {}) => {
      const { id } = await app.must('providers.save', { kind, name, sessions });
      await app.services.store.write(async (db) => {
        const { providers, providerAdults } = db.tables;
        const roster = adults.flatMap((adult) =>
          sessions.map(({ weekday, slot }) => ({
            id: app.services.newId(),
            providerId: id,
            name: adult,
            weekday,
            slot,
            here: true,
          })),
        );
        if (roster.length > 0) await db.insert(providerAdults).values(roster);
        await db
          .update(providers)
          .set({ rules: { ...NO_RULES, ...rules } })
          .where(eq(providers.id, id));
        return { ok: true };
      });
      return id;
    },
    excludeAgain: (pupilId, from, to) =>
      app.services.store.write(async (db) => {
        const { exclusions } = db.tables;
        const [row] = await db.select().from(exclusions).where(eq(exclusions.pupilId, pupilId));
        if (row === undefined) throw new Error('This pupil was never excluded');
        const id = app.services.newId();
        const dates = { startDate: from, startSlot: 'am', endDate: to, endSlot: 'pm' } as const;
        await db.insert(exclusions).values({ ...row, id, ...dates, halfDays: 10 });
        return id;
      }),
    stay: async (exclusionId, providerId, sessions) =>
      (await app.must('places.book', { exclusionId, providerId, sessions: [...sessions] })).placementId,
    placeAt: async (placementId, { date, slot }) => {
      const place = (await get(placementId)).places.findLast((one) => one.date === date && one.slot === slot);
      if (place === undefined) throw new Error(`No place on ${date} ${slot}`);
      return place.placeId;
    },
    do: async (placementId, words, more = {}) => {
      const task = (await get(placementId)).tasks.find(
        ({ title, doneOn }) => doneOn === undefined && title.includes(words),
      );
      if (task === undefined) throw new Error(`Nothing open is called ${words}`);
      const { id: taskId, version } = task;
      return app.must('stays.do-task', { taskId, version, on: app.services.clock.today(), ...more });
    },
    goTo: (date) => {
      const noon = Date.parse(`${date}T12:00:00.000Z`);
      app.wait((noon - Date.parse(app.services.clock.now())) / 3_600_000);
    },
  };
}
