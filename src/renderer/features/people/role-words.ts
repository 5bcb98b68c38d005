import type { Permission, Role } from '#shared/permissions/roles.ts';

/** What each role is for. */
export const rolePurposes: Readonly<Record<Role, string>> = {
  recorder: 'Records exclusions, books places, sends the return',
  decider: 'Decides: the only role that issues an exclusion',
  'provider-staff': 'Sees who comes to a provider, marks attendance and writes the reports',
  'governor-clerk': 'Sees to the governors’ meeting: reads the cases, notes duties, sends letters',
  authority: 'Imports the schools’ returns and compares them',
  administrator: 'Sets up and keeps the calendar; issues nothing',
};

interface Area {
  readonly key: string;
  readonly header: string;
  /** What a permission lets the role do, the furthest first. */
  readonly steps: readonly (readonly [permission: Permission, words: string])[];
}

/** The areas of the app with the words for how far a role goes in each; a role without any of them sees nothing. */
export const AREAS: readonly Area[] = [
  {
    key: 'exclusions',
    header: 'Exclusions',
    steps: [
      ['exclusions.decide', 'Record and issue'],
      ['exclusions.record', 'Record'],
      ['exclusions.view', 'See'],
    ],
  },
  {
    key: 'duties',
    header: 'Duties and letters',
    steps: [
      ['letters.issue', 'Note and send'],
      ['letters.write', 'Note and prepare'],
      ['duties.fulfil', 'Note'],
      ['letters.view', 'See'],
      ['duties.view', 'See duties'],
    ],
  },
  {
    key: 'register',
    header: 'Register codes',
    steps: [['register.view', 'See and export']],
  },
  {
    key: 'pupils',
    header: 'Pupils',
    steps: [
      ['pupils.edit', 'Import and change'],
      ['pupils.import', 'Import'],
      ['pupils.view', 'See'],
    ],
  },
  {
    key: 'places',
    header: 'Places',
    steps: [
      ['places.override', 'Book and waive rules'],
      ['places.book', 'Book'],
      ['places.arrange', 'Arrange'],
      ['stays.work', 'See, mark and report'],
      ['places.view', 'See'],
    ],
  },
  {
    key: 'support',
    header: 'Pupils at risk',
    steps: [
      ['support.edit', 'Note and sign off'],
      ['support.view', 'See'],
    ],
  },
  {
    key: 'providers',
    header: 'Providers',
    steps: [
      ['providers.edit', 'Change'],
      ['places.view', 'See'],
    ],
  },
  {
    key: 'returns',
    header: 'Returns',
    steps: [
      ['returns.export', 'Check and export'],
      ['returns.view', 'See'],
    ],
  },
  {
    key: 'authority',
    header: 'Authority',
    steps: [
      ['authority.import', 'Import'],
      ['authority.view-pupils', 'See pupils'],
      ['authority.view', 'See'],
    ],
  },
  {
    key: 'calendar',
    header: 'Calendar and school',
    steps: [
      ['school.edit', 'Change'],
      ['calendar.edit', 'Change the calendar'],
      ['app.use', 'See'],
    ],
  },
  {
    key: 'trust',
    header: 'People and protection',
    steps: [
      ['people.manage', 'People, keys and backups'],
      ['keys.manage', 'Keys and backups'],
      ['backups.manage', 'Backups'],
      ['privacy.manage', 'Audit trail, subject access, erasure'],
      ['audit.view', 'Audit trail'],
    ],
  },
];

/** How far permissions go in an area: the words, or undefined for nothing at all. */
export function reachIn(area: Area, permissions: readonly Permission[]): string | undefined {
  return area.steps.find(([permission]) => permissions.includes(permission))?.[1];
}
