import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';

/** Attendance of a pupil up to a day, in percent with at most one decimal. */
export interface AttendanceFigure {
  readonly on: IsoDate;
  readonly percent: number;
  readonly source: string;
}

type Row = Db['tables']['attendanceFigures']['$inferSelect'];

const figureOf = ({ onDate, tenths, source }: Row): AttendanceFigure => ({
  on: onDate,
  percent: tenths / 10,
  source,
});

/** The figure for the latest day of each of these pupils (at most 500); pupils without any are left out. */
export async function latestAttendances(
  db: Db,
  pupilIds: readonly string[],
): Promise<ReadonlyMap<string, AttendanceFigure>> {
  const { attendanceFigures: figures } = db.tables;
  const last = db
    .select({ pupilId: figures.pupilId, lastDay: sql<IsoDate>`max(${figures.onDate})`.as('last_day') })
    .from(figures)
    .where(inArray(figures.pupilId, [...pupilIds]))
    .groupBy(figures.pupilId)
    .as('last');
  const rows = await db
    .select({ figure: figures })
    .from(figures)
    .innerJoin(last, and(eq(last.pupilId, figures.pupilId), eq(last.lastDay, figures.onDate)));
  return new Map(rows.map(({ figure }) => [figure.pupilId, figureOf(figure)]));
}

/** All figures of a pupil, the latest first. */
export async function readAttendance(db: Db, pupilId: string): Promise<readonly AttendanceFigure[]> {
  const { attendanceFigures: figures } = db.tables;
  const rows = await db
    .select()
    .from(figures)
    .where(eq(figures.pupilId, pupilId))
    .orderBy(desc(figures.onDate));
  return rows.map(figureOf);
}

/** Every figure of these pupils (at most 500). */
export async function readAttendanceOf(
  db: Db,
  pupilIds: readonly string[],
): Promise<readonly (AttendanceFigure & { readonly pupilId: string })[]> {
  const { attendanceFigures: figures } = db.tables;
  const rows = await db
    .select()
    .from(figures)
    .where(inArray(figures.pupilId, [...pupilIds]));
  return rows.map((row) => ({ ...figureOf(row), pupilId: row.pupilId }));
}

/** The figure for one day. */
export async function attendanceOn(
  db: Db,
  pupilId: string,
  on: IsoDate,
): Promise<AttendanceFigure | undefined> {
  const { attendanceFigures: figures } = db.tables;
  const [row] = await db
    .select()
    .from(figures)
    .where(and(eq(figures.pupilId, pupilId), eq(figures.onDate, on)));
  return row && figureOf(row);
}

/** Notes a figure, in place of one for the same day. */
export async function writeAttendance(
  db: Db,
  {
    pupilId,
    on,
    percent,
    ...noted
  }: AttendanceFigure & {
    readonly pupilId: string;
    readonly recordedBy: string;
    readonly recordedAt: string;
  },
): Promise<void> {
  const { attendanceFigures: figures } = db.tables;
  const row = { tenths: Math.round(percent * 10), ...noted };
  await db
    .insert(figures)
    .values({ pupilId, onDate: on, ...row })
    .onConflictDoUpdate({ target: [figures.pupilId, figures.onDate], set: row });
}
