import { z } from 'zod';
import type { PupilHistory, TransferredPupil } from '#shared/domain/transfer/types.ts';
import { isIsoDate } from '#shared/kernel/plain-date.ts';

/** More of one kind than any pupil has; a file of more is none of ours. */
const MOST = 1000;

/** What no text to be shown, printed or read aloud has: control characters, and those that turn the line round. */
const CONTROL =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** A text without them, as it is written; whoever pasted them meant none of them. */
export const plainText = (value: string): string => value.replace(CONTROL, '');

const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => plainText(value) === value, 'has a character that no text has');
const short = text(400).min(1);
const long = text(20_000);
const date = z.string().max(10).refine(isIsoDate, 'is no date');
const instant = z.iso.datetime({ precision: 3 });
const count = z.number().int().min(0).max(2000);
const list = <T extends z.ZodType>(item: T) => z.array(item).max(MOST);
const laEstab = z.string().regex(/^\d{7}$/, 'is no LAESTAB');

const at = z
  .strictObject({ name: short, laEstab: laEstab.optional(), saidAt: instant.optional() })
  .optional();

const history = z.strictObject({
  madeAt: instant,
  exclusions: list(
    z.strictObject({
      at,
      kind: z.enum(['fixed-period', 'permanent', 'lunchtime']),
      from: date,
      to: date.optional(),
      halfDays: count.optional(),
      reasons: z.array(short).max(20),
      whatWorked: long.optional(),
    }),
  ),
  halfDays: list(
    z.strictObject({
      at,
      schoolYear: z.number().int().min(2003).max(2100),
      term: z.enum(['autumn', 'spring', 'summer']),
      // Nobody can be out longer than 45 days of a school year.
      halfDays: z.number().int().min(1).max(90),
    }),
  ),
  placements: list(
    z.strictObject({
      at,
      provider: short,
      from: date,
      to: date,
      sessions: count,
      attended: count,
      report: z.strictObject({ work: long, behaviour: long, nextSteps: long }).optional(),
    }),
  ),
  courses: list(z.strictObject({ at, course: short, done: count, total: count })),
  support: list(
    z.strictObject({
      at,
      since: date,
      categories: z.array(short).max(30),
      why: z.array(text(2000).min(1)).max(100),
      level: short.optional(),
      keyWorker: short.optional(),
      keyWorkerRole: short.optional(),
      signedOffOn: date.optional(),
      signedOffWhy: long.optional(),
    }),
  ),
  targets: list(
    z.strictObject({
      at,
      target: long,
      state: z.enum(['open', 'met', 'partly-met', 'not-met', 'dropped']),
    }),
  ),
  referrals: list(z.strictObject({ at, agency: short, on: date, state: short, answer: long.optional() })),
}) satisfies z.ZodType<PupilHistory>;

const pupil = z.strictObject({
  upn: z.string().regex(/^[A-Z0-9]{13}$/, 'is no UPN'),
  formerUpn: z
    .string()
    .regex(/^[A-Z0-9]{13}$/, 'is no UPN')
    .optional(),
  surname: short,
  preferredSurname: short.optional(),
  forename: short,
  dob: date,
}) satisfies z.ZodType<TransferredPupil>;

/** What a school signs of a pupil who moves; nothing else may stand in it. */
export const transferContents = z.strictObject({
  school: z.strictObject({ name: short, laEstab }),
  pupil,
  history,
});
