import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { addDays } from '#shared/kernel/plain-date.ts';
import { refuse, type FieldError } from '#shared/kernel/result.ts';
import { NC_YEARS } from '../../exchange/imported-pupil.ts';
import {
  deleteExam,
  insertExam,
  readExam,
  readExams,
  type StoredExam,
} from '../../storage/repositories/exams.ts';
import { findPupil } from '../../storage/repositories/pupils.ts';
import type { AuditNote, Handler } from '../context.ts';
import { syncDutiesOfExam } from '../duty-sync.ts';
import { homeSchool } from '../home-school.ts';

/** The first rule set of exclusions is of January 2003; nothing earlier can be asked about an examination. */
const FIRST_DAY = '2003-01-01';

/** Timetables are published about a year ahead; two years leave room. */
const AHEAD_DAYS = 2 * 366;

/** Adds an examination of a year group or of one pupil. */
export const saveExam: Handler<'exams.save'> = (context, input) =>
  context.change(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const schoolId = home.value.school.id;
    const { clock, newId } = context;
    const { pupilId = null, ncYear = null, kind, name, date, slot } = input;
    const fields: FieldError[] = [];
    const lastDay = addDays(clock.today(), AHEAD_DAYS);
    if (date < FIRST_DAY || date > lastDay) {
      const range = `${formatDate(FIRST_DAY)} and ${formatDate(lastDay)}`;
      fields.push({ path: 'date', message: `Enter a day between ${range}.` });
    }
    if (ncYear !== null && !NC_YEARS.some((year) => year === ncYear)) {
      fields.push({ path: 'ncYear', message: 'Choose a year group of the list: N1, N2, R, 1 to 14 or X.' });
    }
    if (fields.length > 0) {
      return refuse('invalid-input', 'The examination was not added: something needs correcting.', {
        fields,
      });
    }
    if (pupilId !== null && (await findPupil(db, schoolId, pupilId)) === undefined) {
      return refuse('not-found', 'This pupil is not on your roll. Nothing was added.', {
        fields: [{ path: 'pupilId', message: 'Choose a pupil of this school.' }],
      });
    }
    const exam: StoredExam = { id: newId(), pupilId, ncYear, kind, name, date, slot };
    const twin = (await readExams(db, schoolId)).some((other) => isSame(other, exam));
    if (twin) {
      const message = `${name} on ${formatDate(date)} ${slot} is in the list already.`;
      return refuse('conflict', `Nothing was added. ${message}`, { fields: [{ path: 'name', message }] });
    }
    await insertExam(db, schoolId, exam);
    await syncDutiesOfExam(db, context, exam, `an examination was added: ${name}`);
    return { ok: true, value: { value: { id: exam.id }, audit: noteOf(exam, { after: exam }) } };
  });

/** Removes an examination that is not held. */
export const removeExam: Handler<'exams.remove'> = (context, { id }) =>
  context.change(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const exam = await readExam(db, home.value.school.id, id);
    if (exam === undefined) {
      return refuse('not-found', 'This examination is not in the list any more. Nothing was changed.');
    }
    await deleteExam(db, id);
    await syncDutiesOfExam(db, context, exam, `an examination was removed: ${exam.name}`);
    return { ok: true, value: { value: {}, audit: noteOf(exam, { before: exam }) } };
  });

const isSame = (a: StoredExam, b: StoredExam): boolean =>
  a.pupilId === b.pupilId &&
  a.ncYear === b.ncYear &&
  a.date === b.date &&
  a.slot === b.slot &&
  a.name.toLocaleLowerCase('en-GB') === b.name.toLocaleLowerCase('en-GB');

/** A pupil's own examination belongs into the pupil's history. */
const noteOf = (exam: StoredExam, detail: unknown): AuditNote =>
  exam.pupilId === null
    ? { subjectType: 'exam', subjectId: exam.id, detail }
    : { subjectType: 'pupil', subjectId: exam.pupilId, detail };
