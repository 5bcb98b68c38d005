import { describe, expect, it } from 'vitest';
import { PERMISSIONS, ROLE_PERMISSIONS, type Role } from '#shared/permissions/roles.ts';
import { AREAS, reachIn } from './role-words.ts';

const reach = (role: Role) =>
  Object.fromEntries(AREAS.map((area) => [area.key, reachIn(area, ROLE_PERMISSIONS[role])]));

describe('what the settings say a role may do', () => {
  it('is the furthest step of what main allows it', () => {
    expect(reach('decider')).toMatchObject({ exclusions: 'Record and issue', calendar: 'Change' });
    expect(reach('administrator')).toMatchObject({ exclusions: 'Record', authority: 'Import' });
    expect(reach('recorder')).toMatchObject({ exclusions: 'Record', providers: 'See', calendar: 'See' });
    expect(reach('provider-staff')).toEqual({
      exclusions: undefined,
      duties: undefined,
      register: undefined,
      pupils: undefined,
      places: 'See, mark and report',
      support: undefined,
      providers: 'See',
      returns: undefined,
      authority: undefined,
      calendar: 'See',
      trust: undefined,
    });
  });

  it('leaves no permission out but that of setting up, which comes before everything', () => {
    const told = new Set(AREAS.flatMap(({ steps }) => steps.map(([permission]) => permission)));
    expect(PERMISSIONS.filter((permission) => !told.has(permission))).toEqual(['setup.manage']);
  });
});
