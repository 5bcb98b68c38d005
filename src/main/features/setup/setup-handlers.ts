import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import { searchSchools } from '../../platform/national-schools/search-schools.ts';
import { readWorkspace, type School } from '../../storage/repositories/workspace.ts';
import type { Handler, Handlers } from '../context.ts';
import { createAuthority } from './create-authority.ts';
import { createSchool } from './create-school.ts';
import { loadDemonstration } from './load-demonstration.ts';

const status: Handler<'setup.status'> = async ({ read, clock }) => {
  const workspace = await read(readWorkspace);
  const today = clock.today();
  const base = { today, schoolYear: schoolYearOf(today) };
  if (!workspace) return { ok: true, value: { ...base, state: 'empty', demonstration: false } };
  const { school, authority, demonstration, promiseFromDay, promiseInCareFromDay } = workspace;
  return {
    ok: true,
    value: {
      ...base,
      state: 'ready',
      demonstration,
      ...(school ? { school: described(school) } : {}),
      ...(authority ? { authority } : {}),
      ...(promiseFromDay === undefined ? {} : { promiseFromDay }),
      ...(promiseInCareFromDay === undefined ? {} : { promiseInCareFromDay }),
    },
  };
};

const described = ({ urn, phase, ...school }: School) => ({
  ...school,
  phase: phaseOf(phase),
  ...(urn === null ? {} : { urn }),
});

const PHASES = ['nursery', 'primary', 'secondary', 'special', 'pru', 'all-through'] as const;

const phaseOf = (text: string) => PHASES.find((phase) => phase === text) ?? ('unknown' as const);

const findSchools: Handler<'schools.search'> = async ({ nationalSchools }, { text, limit }) => ({
  ok: true,
  value: {
    hits: searchSchools(nationalSchools(), text, limit).map(
      ({ laEstab, la, laName, urn, name, phaseGuess }) => ({
        laEstab,
        la,
        laName,
        name,
        phase: phaseGuess,
        ...(urn === null ? {} : { urn }),
      }),
    ),
  },
});

const listAuthorities: Handler<'schools.authorities'> = async ({ nationalSchools }) => ({
  ok: true,
  value: {
    authorities: nationalSchools()
      .authorities()
      .map(({ code, name }) => ({ code, name })),
  },
});

type SetupOperations =
  | 'setup.status'
  | 'setup.create-school'
  | 'setup.create-authority'
  | 'setup.load-demonstration'
  | 'schools.search'
  | 'schools.authorities';

export const setupHandlers: Pick<Handlers, SetupOperations> = {
  'setup.status': status,
  'setup.create-school': createSchool,
  'setup.create-authority': createAuthority,
  'setup.load-demonstration': loadDemonstration,
  'schools.search': findSchools,
  'schools.authorities': listAuthorities,
};
