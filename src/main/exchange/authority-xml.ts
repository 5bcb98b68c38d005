import type { Result } from '#shared/kernel/result.ts';
import { ok } from '#shared/kernel/result.ts';
import { AUTHORITY_EXTRA, AUTHORITY_LAYOUT, AUTHORITY_ROOT } from './authority-names.ts';
import { findUnwritable } from './check-writable.ts';
import { refuseWriting } from './file-problems.ts';
import { EXTRA_COLUMNS } from './return-csv-columns.ts';
import type { ReturnDocument, ReturnExclusion, ReturnPupil } from './return-document.ts';
import { canonicalReturn } from './return-document.ts';
import { group, optional, renderXml, type Part } from './xml-write.ts';

/**
 * Writes a return as the XML that systems of local authorities take: `Exclusion` blocks with the names, nesting and
 * forms of theirs (length in school days with six decimals), in an envelope of our own that says whose they are and
 * holds the rest of the document, so that nothing is lost. Always the same bytes for the same return.
 */
export function writeAuthorityXml(document: ReturnDocument): Result<string> {
  const faults = findUnwritable(document);
  if (faults.length > 0) return refuseWriting(faults);
  const { pupils, ...head } = canonicalReturn(document);
  const list = pupils.map((one): Part => ['Pupil', pupilParts(one)]);
  return ok(renderXml([AUTHORITY_ROOT, [header(head), ['Pupils', list]]]));
}

function header({ school, period, referenceDate, nil, ...about }: Omit<ReturnDocument, 'pupils'>): Part {
  return [
    'Header',
    [
      ['Layout', AUTHORITY_LAYOUT],
      [
        'School',
        [
          ['LEA', school.la],
          ['Estab', school.estab],
          optional('URN', school.urn),
          optional('SchoolName', school.name),
          optional('Phase', school.phase),
        ],
      ],
      [
        'Period',
        [
          ['Kind', period.kind],
          optional('Term', period.term),
          optional('Year', period.year),
          ['From', period.from],
          ['To', period.to],
          ['ReferenceDate', referenceDate],
        ],
      ],
      group('Source', [
        optional('SoftwareCode', about.software),
        optional('Release', about.release),
        optional('SerialNo', about.serialNo),
        optional('DateTime', about.createdAt),
      ]),
      ['Nil', String(nil)],
    ],
  ];
}

const pupilParts = (pupil: ReturnPupil): readonly Part[] => [
  ['UPN', pupil.upn],
  optional('FormerUPN', pupil.formerUpn),
  ['Surname', pupil.surname],
  ['Forename', pupil.forename],
  ['Sex', pupil.sex],
  ['DOB', pupil.dob],
  ['OnRoll', String(pupil.onRoll)],
  optional('EnrolStatus', pupil.enrolStatus),
  optional('EntryDate', pupil.entryDate),
  optional('LeavingDate', pupil.leavingDate),
  optional('NCyearActual', pupil.ncYear),
  optional('SENprovision', pupil.senProvision),
  optional('Ethnicity', pupil.ethnicity),
  optional('FSMeligible', pupil.fsm),
  ['Exclusions', pupil.exclusions.map((one): Part => ['Exclusion', exclusionParts(one)])],
];

function exclusionParts(one: ReturnExclusion): readonly Part[] {
  const extra = (column: keyof typeof EXTRA_COLUMNS): Part =>
    optional(AUTHORITY_EXTRA[column].at(-1) ?? '', one.extra?.[EXTRA_COLUMNS[column]]);
  const days = one.category === 'PERM' || one.sessions === undefined ? undefined : one.sessions / 2;
  return [
    ['Category', one.category],
    ['Reasons', one.reasons.map((reason): Part => ['Reason', reason])],
    ['StartDate', one.startDate],
    extra('end_date'),
    optional('SchoolDays', days?.toFixed(6)),
    extra('start_session'),
    group('Details', [
      optional('InCare', one.inCare),
      optional('SENprovision', one.senProvision),
      ...DETAILS.map(extra),
      group('Explanations', explanations(one)),
    ]),
  ];
}

const DETAILS = [
  'care_authority',
  'cum_days_term',
  'cum_days_year',
  'exam_or_nct_missed',
  'day6_date',
  'day6_provider_laestab',
  'parent_notified_on',
  'la_notified_on',
  'gb_notified_on',
  'gb_meet_by',
  'gb_outcome',
  'irp_requested_on',
  'irp_outcome',
  'cancelled_on',
  'cancel_reason',
] as const satisfies readonly (keyof typeof EXTRA_COLUMNS)[];

const explanations = (one: ReturnExclusion): readonly Part[] =>
  Object.entries(one.explanations ?? {})
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, text]): Part => [
      'Explanation',
      [
        ['Rule', rule],
        ['Text', text],
      ],
    ]);
