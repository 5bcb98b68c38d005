import { z } from 'zod';
import { formatDate, formatShortDate } from '#shared/domain/calendar/format-date.ts';
import { CONTACT_RELATIONS } from '#shared/domain/pupils/contact.ts';
import { relationWords } from '#shared/text/contact-words.ts';

const contact = z.object({ relation: z.enum(CONTACT_RELATIONS) });
const exam = z.object({ name: z.string(), date: z.string(), slot: z.enum(['am', 'pm']) });
const absence = z.object({ fromDate: z.string(), toDate: z.string(), askedBy: z.string() });

const change = <T extends z.ZodType>(of: T) => z.object({ before: of.optional(), after: of.optional() });
const contactChange = change(contact);
const examChange = change(exam);
const absenceChange = change(absence);
const attendance = z.object({
  attendance: z.object({ after: z.object({ percent: z.number(), on: z.string() }) }),
});
const titled = z.object({ title: z.string(), before: absence.optional() });

/** Without the name: the privacy curtain cannot take one out of a sentence. */
const sayContact = ({ relation }: z.infer<typeof contact>): string =>
  relationWords(relation).toLocaleLowerCase('en-GB');

const sayExam = ({ name, date, slot }: z.infer<typeof exam>): string =>
  `${name}, ${formatDate(date)} ${slot}`;

const sayDays = ({ fromDate, toDate }: z.infer<typeof absence>): string =>
  fromDate === toDate
    ? formatShortDate(fromDate)
    : `${formatShortDate(fromDate)} to ${formatShortDate(toDate)}`;

const sayAttendance = (detail: unknown): string | undefined => {
  const { after } = attendance.safeParse(detail).data?.attendance ?? {};
  return after && `Noted attendance of ${String(after.percent)}% up to ${formatShortDate(after.on)}`;
};

/** What the office keeps beside the cases, in words by operation; undefined when a snapshot is of another form. */
export const OFFICE_HISTORY_WORDS: Readonly<Record<string, (detail: unknown) => string | undefined>> = {
  'contacts.save': (detail) => {
    const { before, after } = contactChange.safeParse(detail).data ?? {};
    return after && `${before === undefined ? 'Added' : 'Changed'} whom to tell: ${sayContact(after)}`;
  },
  'contacts.remove': (detail) => {
    const { before } = contactChange.safeParse(detail).data ?? {};
    return before && `Removed from whom to tell: ${sayContact(before)}`;
  },
  'exams.save': (detail) => {
    const { after } = examChange.safeParse(detail).data ?? {};
    return after && `Added an examination: ${sayExam(after)}`;
  },
  'exams.remove': (detail) => {
    const { before } = examChange.safeParse(detail).data ?? {};
    return before && `Removed an examination: ${sayExam(before)}`;
  },
  'support.import-attendance': sayAttendance,
  'support.set-attendance': sayAttendance,
  'absences.record': (detail) => {
    const { after } = absenceChange.safeParse(detail).data ?? {};
    return after && `Noted as asked to stay at home, ${sayDays(after)}, by ${after.askedBy}`;
  },
  'absences.record-properly': (detail) => {
    const { title, before } = titled.safeParse(detail).data ?? {};
    if (title === undefined) return undefined;
    return before === undefined
      ? `Kept a draft: ${title}`
      : `Began to record properly that the pupil was asked to stay at home, ${sayDays(before)}`;
  },
};
