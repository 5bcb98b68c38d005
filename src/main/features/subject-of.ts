import type { AuditNote } from './context.ts';

/** Which entry of an input says whom or what an operation was about, the narrowest first. */
const BY_KEY: readonly (readonly [key: string, subjectType: string])[] = [
  ['placementId', 'placement'],
  ['placeId', 'place'],
  ['entryId', 'at-risk-entry'],
  ['planId', 'support-plan'],
  ['referralId', 'referral'],
  ['issueId', 'letter'],
  ['exclusionId', 'exclusion'],
  ['pupilId', 'pupil'],
  ['panelId', 'panel'],
  ['agencyId', 'agency'],
  ['receiptId', 'return'],
  ['receivedId', 'received-return'],
  ['providerId', 'provider'],
  ['laEstab', 'authority-school'],
];

/** What `id` stands for, by the area of the operation. */
const ID_OF_AREA: Readonly<Record<string, string>> = {
  exclusions: 'exclusion',
  waiting: 'wait-list',
  providers: 'provider',
  exams: 'exam',
  contacts: 'contact',
  absences: 'absence',
};

/** Nothing that a hostile window could use to fill the trail with text of its own. */
const AN_ID = /^[\w-]{1,64}$/;

const A_UPN = /^[A-Z0-9]{1,20}$/i;

/**
 * Whom or what an operation that changed nothing was about, read from what was asked. A unique pupil number goes into
 * the detail, which can be erased, and never into the subject, which cannot.
 */
export function subjectOf(operation: string, input: unknown): AuditNote {
  const area = operation.split('.')[0] ?? operation;
  if (typeof input !== 'object' || input === null) return { subjectType: area, subjectId: '' };
  const { subject } = input as { readonly subject?: unknown };
  // Some are asked about a pupil by id or by number: it stands one level down.
  const asked = typeof subject === 'object' && subject !== null ? { ...input, ...subject } : input;
  const entries = new Map<string, unknown>(Object.entries(asked));
  const idOf = (key: string): string | undefined => {
    const value = entries.get(key);
    return typeof value === 'string' && AN_ID.test(value) ? value : undefined;
  };
  for (const [key, subjectType] of BY_KEY) {
    const subjectId = idOf(key);
    if (subjectId !== undefined) return { subjectType, subjectId };
  }
  const upn = entries.get('upn');
  if (typeof upn === 'string' && A_UPN.test(upn)) {
    return { subjectType: 'upn', subjectId: '', detail: { upn } };
  }
  const own = idOf('id');
  const type = ID_OF_AREA[area];
  if (own !== undefined && type !== undefined) return { subjectType: type, subjectId: own };
  return { subjectType: area, subjectId: '' };
}
