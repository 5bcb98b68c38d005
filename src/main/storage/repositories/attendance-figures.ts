import { and, desc, eq } from 'drizzle-orm';
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

/** The figure for the latest day; undefined while none is noted. */
export async function latestAttendance(db: Db, pupilId: string): Promise<AttendanceFigure | undefined> {
  const { attendanceFigures: figures } = db.tables;
  const [row] = await db
    .select()
    .from(figures)
    .where(eq(figures.pupilId, pupilId))
    .orderBy(desc(figures.onDate))
    .limit(1);
  return row && figureOf(row);
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
