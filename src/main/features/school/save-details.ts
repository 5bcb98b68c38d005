import { refuse, type FieldError } from '#shared/kernel/result.ts';
import { readSchoolDetails, writeSchoolDetails } from '../../storage/repositories/school-details.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { toDetails } from './read-school.ts';

const EMAIL_FIELDS = ['email', 'authorityEmail', 'clerkEmail'] as const;

/** Enough to catch a slip; whether the address exists only a message can tell. */
const LOOKS_LIKE_EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Changes what the letters carry. Letters already sent keep what they said. */
export const saveDetails: Handler<'school.save-details'> = ({ change }, { version, ...details }) =>
  change(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const schoolId = home.value.school.id;
    const fields: FieldError[] = EMAIL_FIELDS.filter(
      (field) => details[field] !== '' && !LOOKS_LIKE_EMAIL.test(details[field]),
    ).map((path) => ({ path, message: 'Enter an e-mail address, for example office@school.example.' }));
    if (fields.length > 0) {
      return refuse('invalid-input', 'Nothing was saved: an e-mail address needs correcting.', { fields });
    }
    const before = await readSchoolDetails(db, schoolId);
    if (version !== (before?.version ?? 0)) {
      return refuse(
        'conflict',
        'Somebody else changed these details while you were working on them. Nothing was saved; open Settings again to see the change, then make yours.',
      );
    }
    const next = version + 1;
    const kept = Object.fromEntries(Object.entries(details).map(([name, text]) => [name, text || null]));
    await writeSchoolDetails(db, { ...kept, schoolId, version: next });
    return {
      ok: true,
      value: {
        value: { version: next },
        audit: {
          subjectType: 'school',
          subjectId: schoolId,
          detail: { before: toDetails(before), after: { ...details, version: next } },
        },
      },
    };
  });
