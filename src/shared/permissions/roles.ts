/** Who may sit at the app. One person may have several roles; a session works as one of them. */
export const ROLES = [
  'recorder',
  'decider',
  'provider-staff',
  'governor-clerk',
  'authority',
  'administrator',
] as const;

export type Role = (typeof ROLES)[number];

export const PERMISSIONS = [
  'app.use',
  'setup.manage',
  'calendar.edit',
  'pupils.view',
  'pupils.import',
  'pupils.edit',
  'exclusions.view',
  'exclusions.record',
  'exclusions.decide',
  'duties.view',
  'duties.fulfil',
  'letters.view',
  'letters.write',
  'letters.issue',
  'register.view',
  'school.edit',
  'places.view',
  'places.arrange',
  'places.book',
  'places.override',
  'stays.work',
  'support.view',
  'support.edit',
  'providers.edit',
  'returns.view',
  'returns.export',
  'authority.view',
  'authority.import',
  'authority.view-pupils',
  'people.manage',
  'keys.manage',
  'backups.manage',
  'audit.view',
  'privacy.manage',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

/** The daily work of a school office; who decides and who administers do it too. */
const OFFICE = [
  'app.use',
  'pupils.view',
  'pupils.import',
  'pupils.edit',
  'exclusions.view',
  'exclusions.record',
  'duties.view',
  'duties.fulfil',
  'letters.view',
  'letters.write',
  'letters.issue',
  'register.view',
  'places.view',
  'places.arrange',
  'places.book',
  'stays.work',
  'support.view',
  'support.edit',
  'returns.view',
  'returns.export',
] as const satisfies readonly Permission[];

/** What each role may do; checked in main for every operation, never in the window alone. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  recorder: OFFICE,
  decider: [
    ...OFFICE,
    'exclusions.decide',
    'school.edit',
    'calendar.edit',
    'providers.edit',
    'places.override',
    // The head answers for the records: the recovery sheet is theirs to print and to lock away.
    'keys.manage',
    'audit.view',
    'privacy.manage',
  ],
  // Provider staff know who comes, mark attendance and write the report.
  'provider-staff': ['app.use', 'places.view', 'stays.work'],
  // The clerk sees to the governors' meeting: its papers, its decision and the letters about both.
  'governor-clerk': [
    'app.use',
    'pupils.view',
    'exclusions.view',
    'duties.view',
    'duties.fulfil',
    'letters.view',
    'letters.write',
    'letters.issue',
    'returns.view',
  ],
  authority: ['app.use', 'authority.view', 'authority.import', 'authority.view-pupils'],
  administrator: [
    ...OFFICE,
    'setup.manage',
    'school.edit',
    'calendar.edit',
    'providers.edit',
    'places.override',
    'authority.view',
    'authority.import',
    'authority.view-pupils',
    'people.manage',
    'keys.manage',
    'backups.manage',
    'audit.view',
    'privacy.manage',
  ],
};

/** The role of a session in which nobody has signed in: it may do what anyone may. */
export type WorkingRole = Role | 'none';

export const mayDo = (role: WorkingRole, permission: Permission | 'anyone'): boolean =>
  permission === 'anyone' || (role !== 'none' && ROLE_PERMISSIONS[role].includes(permission));

/** What a session's role may do; nothing before anybody has signed in. */
export const permissionsOf = (role: WorkingRole): readonly Permission[] =>
  role === 'none' ? [] : ROLE_PERMISSIONS[role];
