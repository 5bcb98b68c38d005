import { indexCalendar } from '#shared/domain/calendar/index-calendar.ts';
import { CANCEL_CODES, PLACE_OUTCOMES } from '#shared/domain/placements/types.ts';
import { NO_RULES } from '#shared/domain/providers/no-rules.ts';
import { addDays } from '#shared/kernel/plain-date.ts';
import { openExclusionApp, type ExclusionApp } from '../builders/exclusion-school.ts';
import { wholeWeek } from '../builders/provider-book.ts';
import { testCalendar } from '../builders/school.ts';
import type { Try } from './tries.ts';

const index = indexCalendar(testCalendar);

export interface RandomOffice {
  readonly app: ExclusionApp;
  /** Does one try; gives whether it was done. */
  attempt(one: Try): Promise<boolean>;
}

/** A school with five pupils and two providers, on Wed 12 November 2025. */
export async function openRandomOffice(): Promise<RandomOffice> {
  const app = await openExclusionApp();
  const pupils: string[] = [];
  for (const name of ['Ann Able', 'Ben Best', 'Cay Cole', 'Dot Dean', 'Eli East'])
    pupils.push(await app.pupil(name));
  const providers: string[] = [];
  for (const name of ['The Bridge', 'Riverside']) {
    const { yearGroups, papers, courses, ...rules } = NO_RULES;
    const form = { kind: 'pru' as const, name, sessions: wholeWeek(2) };
    const full = {
      ...rules,
      parentChooses: true,
      yearGroups: [...yearGroups],
      papers: [...papers],
      courses: [...courses],
    };
    providers.push((await app.must('providers.save', { ...form, rules: full })).id);
  }
  const { store, clock } = app.services;
  const pick = <T>(all: readonly T[], at: number): T | undefined => all[at % Math.max(1, all.length)];
  const cases = (draft: boolean) =>
    store.read(async (db) => {
      const rows = await db.select().from(db.tables.exclusions).orderBy(db.tables.exclusions.id);
      return rows.filter(({ state }) => (state === 'draft') === draft);
    });
  const draftOf = async (id: string) => (await app.must('exclusions.get', { id })).draft;
  const at = (days: number) =>
    index.sessionsFrom({ date: addDays(clock.today(), days), slot: 'am' }, 1)[0] ?? {
      date: clock.today(),
      slot: 'am' as const,
    };

  const stays = () =>
    store.read((db) => db.select().from(db.tables.placements).orderBy(db.tables.placements.id));
  const places = (state?: string) =>
    store.read(async (db) => {
      const rows = await db.select().from(db.tables.places).orderBy(db.tables.places.id);
      return rows.filter((row) => state === undefined || row.state === state);
    });

  const attempt = async (one: Try): Promise<boolean> => {
    switch (one.does) {
      case 'wait':
        app.goTo(addDays(clock.today(), one.days));
        return true;
      case 'draft': {
        const start = at(one.from);
        const length = one.by
          ? { lengthBy: 'half-days' as const, halfDays: one.days }
          : { lengthBy: 'end' as const, end: index.sessionsFrom(start, one.days).at(-1) ?? start };
        const draft = app.draft(pick(pupils, one.pupil) ?? '', {
          startDate: start.date,
          incidentOn: clock.today(),
          kind: one.days === 6 ? 'permanent' : one.days === 5 ? 'lunchtime' : 'fixed-period',
        });
        const { halfDays: _, ...rest } = draft;
        return (await app.run('exclusions.save-draft', { ...rest, ...length })).ok;
      }
      case 'change-draft': {
        const found = pick(await cases(true), one.which);
        if (found === undefined) return false;
        const draft = await draftOf(found.id);
        return (
          await app.run('exclusions.save-draft', {
            ...draft,
            lengthBy: 'half-days',
            halfDays: one.days,
            incidentPlace: `Room ${one.days}`,
            reasons: one.days > 3 ? ['PP', 'DB'] : ['VA'],
          })
        ).ok;
      }
      case 'issue': {
        const found = pick(await cases(true), one.which);
        return found !== undefined && (await app.run('exclusions.issue', await draftOf(found.id))).ok;
      }
      case 'discard': {
        const found = pick(await cases(true), one.which);
        return found !== undefined && (await app.run('exclusions.discard-draft', { id: found.id })).ok;
      }
      case 'follow': {
        const first = pick(await cases(false), one.which);
        if (first === undefined) return false;
        const last = { date: first.endDate ?? clock.today(), slot: first.endSlot ?? ('pm' as const) };
        const next = one.as === 'further' ? index.sessionsFrom(last, 2).at(-1) : at(0);
        return (
          await app.run(
            'exclusions.issue',
            app.draft(first.pupilId, {
              kind: one.as === 'conversion' ? 'permanent' : 'fixed-period',
              startDate: next?.date ?? clock.today(),
              startSlot: next?.slot ?? 'am',
              halfDays: one.days,
              followsId: first.id,
              followsAs: one.as,
              incidentOn: clock.today(),
            }),
          )
        ).ok;
      }
      case 'event': {
        const found = pick(await cases(false), one.which);
        if (found === undefined) return false;
        const { id, version } = found;
        const reinstates = one.outcome === 'reinstated';
        return (
          await app.run('exclusions.record-event', {
            id,
            version,
            type: one.type,
            on: clock.today(),
            ...(one.type === 'meeting-set' ? { slot: 'am' as const } : {}),
            ...(one.outcome === undefined ? {} : { outcome: one.outcome }),
            ...(reinstates || one.type === 'returned' ? { back: at(1) } : {}),
            note: one.outcome ?? '',
          })
        ).ok;
      }
      case 'void': {
        const found = pick(await cases(false), one.which);
        if (found === undefined) return false;
        const events = await store.read((db) => db.select().from(db.tables.caseEvents));
        const event = pick(
          events.filter(({ exclusionId, voidedAt }) => exclusionId === found.id && voidedAt === null),
          one.event,
        );
        if (event === undefined) return false;
        const { id, version } = found;
        return (
          await app.run('exclusions.void-event', { id, version, eventId: event.id, reason: 'A mistake' })
        ).ok;
      }
      case 'cancel': {
        const found = pick(await cases(false), one.which);
        if (found === undefined) return false;
        const { id, version } = found;
        return (
          await app.run(
            'exclusions.cancel',
            { id, version, back: at(one.back), reason: 'Other facts' },
            'decider',
          )
        ).ok;
      }
      case 'book': {
        const found = pick(await cases(false), one.which);
        if (found === undefined || found.startDate === null) return false;
        const days = await store.read((db) => db.select().from(db.tables.exclusionHalfDays));
        const out = days
          .filter((day) => day.exclusionId === found.id && !day.givenBack && day.slot !== 'lunch')
          .flatMap(({ date, slot }) => (slot === 'lunch' ? [] : [{ date, slot }]));
        const sessions = found.kind === 'permanent' ? index.sessionsFrom(at(1), one.n) : out.slice(0, one.n);
        if (sessions.length === 0) return false;
        const providerId = pick(providers, one.provider) ?? '';
        return (
          await app.run('places.book', {
            exclusionId: found.id,
            providerId,
            sessions: [...sessions],
            hold: one.hold,
          })
        ).ok;
      }
      case 'confirm': {
        const held = (await places()).filter(({ state }) => state === 'held' || state === 'lapsed');
        const first = pick(held, one.which);
        const run = held.filter(({ placementId }) => placementId === first?.placementId).slice(0, one.n);
        return run.length > 0 && (await app.run('places.confirm', { placeIds: run.map(({ id }) => id) })).ok;
      }
      case 'end-place': {
        const booked = await places('booked');
        const found = booked.slice(one.which % Math.max(1, booked.length)).slice(0, Math.min(2, one.n));
        const code = pick(CANCEL_CODES, one.which) ?? 'other';
        return (
          found.length > 0 &&
          (
            await app.run('places.cancel', {
              placeIds: found.map(({ id }) => id),
              code,
              reason: 'Not needed',
            })
          ).ok
        );
      }
      case 'change-stay': {
        const stay = pick(await stays(), one.which);
        const out = await store.read((db) => db.select().from(db.tables.exclusionHalfDays));
        const more = out
          .filter(
            (day) => day.exclusionId === stay?.exclusionId && !day.givenBack && day.date >= clock.today(),
          )
          .flatMap(({ date, slot }) => (slot === 'lunch' ? [] : [{ date, slot }]))
          .slice(0, one.n);
        const own = (await places()).filter(
          (row) => row.placementId === stay?.id && row.date >= clock.today(),
        );
        const sessions = [...own.map(({ date, slot }) => ({ date, slot })), ...more]
          .filter(
            (value, position, all) =>
              all.findIndex((two) => two.date === value.date && two.slot === value.slot) === position,
          )
          .slice(one.n % 3);
        if (stay === undefined || sessions.length === 0) return false;
        const { id, version } = stay;
        return (
          await app.run('places.change-stay', { placementId: id, version, sessions, reason: 'Changed' })
        ).ok;
      }
      case 'move-stay': {
        const stay = pick(await stays(), one.which);
        if (stay === undefined) return false;
        const providerId = pick(providers, one.provider) ?? '';
        const { id, version } = stay;
        return (await app.run('places.move-stay', { placementId: id, version, providerId, reason: 'Nearer' }))
          .ok;
      }
      case 'choose': {
        const stay = pick(await stays(), one.which);
        if (stay === undefined) return false;
        const { id, version } = stay;
        const choice = one.home ? 'home' : 'attend';
        return (await app.run('stays.choose', { placementId: id, version, choice, on: clock.today() })).ok;
      }
      case 'mark': {
        const past = (await places('booked')).filter(({ date }) => date <= clock.today());
        const found = pick(past, one.which);
        if (found === undefined) return false;
        const outcome = PLACE_OUTCOMES[one.outcome] ?? null;
        const reason = outcome === 'absent' ? { reason: 'ill' as const } : {};
        const note = outcome === 'excluded-from-centre' ? { note: 'Left the room' } : {};
        return (await app.run('stays.mark', { marks: [{ placeId: found.id, outcome, ...reason, ...note }] }))
          .ok;
      }
    }
  };
  return { app, attempt };
}
