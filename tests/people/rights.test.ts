import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dispatch } from '#main/api/dispatch.ts';
import { handlers } from '#main/api/handlers.ts';
import { NOBODY, type Services, type UserSession } from '#main/features/context.ts';
import type { Store } from '#main/storage/store.ts';
import { contract, type OperationName } from '#shared/contract/contract.ts';
import type { Operation } from '#shared/contract/operation.ts';
import type { Result } from '#shared/kernel/result.ts';
import { mayDo, ROLES, type Role } from '#shared/permissions/roles.ts';
import { openTestApp, type TestApp } from '../builders/app.ts';
import { addPerson } from '../builders/people.ts';
import { readRealValues, type RealValues } from '../security/fuzz/real-values.ts';
import { askedInputs } from './asked-inputs.ts';
import { addOthers, FAR_PROVIDER, FAR_SCHOOL, type Filled, type Ids } from './second-school.ts';

const TODAY = '2025-11-12';

/** Where a role may ask, and its part is narrower than the operation: the sentence says what of it. */
const NARROWER: ReadonlySet<string> = new Set([
  'governor-clerk exclusions.record-event',
  'governor-clerk exclusions.void-event',
  'governor-clerk duties.fulfil',
  'governor-clerk duties.reopen',
  'provider-staff places.board',
]);

let app: TestApp;
let filled: Filled;
let real: RealValues;
let services: Services;
const sessions = new Map<Role, UserSession>();

beforeAll(async () => {
  app = openTestApp(TODAY);
  await app.must('setup.load-demonstration', {});
  filled = await addOthers(app);
  for (const role of ROLES) {
    const providerId = filled.own['providerId'];
    const term = role === 'provider-staff' ? { role, providerId } : { role };
    const name = `Somebody ${role}`;
    const userId = await addPerson(app.services.store, { name, roles: [term] });
    sessions.set(role, { userName: name, userId, role });
  }
  real = await readRealValues(app.services.store);
  services = { ...app.services, store: undoing(app.services.store) };
});
afterAll(() => app.close());

/** A pupil of another school who is on record here is a guest: by name alone, and privacy's are everybody on record. */
const GUESTS: ReadonlySet<string> = new Set([
  'places.visitors',
  'places.book-other',
  'apart.add',
  'privacy.hold',
  'privacy.held',
  'privacy.review',
  'privacy.erasure-preview',
  'privacy.erase-pupil',
  'privacy.subject-access',
]);

class Undone extends Error {}

/** Every change is tried, looked at and undone, so that each is asked of the same records. */
function undoing(store: Store): Store {
  return {
    ...store,
    read: (work) => store.read(work),
    write: async (work) => {
      const outcome: { value?: Awaited<ReturnType<typeof work>> } = {};
      try {
        await store.write(async (db) => {
          outcome.value = await work(db);
          throw new Undone();
        });
      } catch (error) {
        if (!(error instanceof Undone)) throw error;
      }
      return outcome.value as Awaited<ReturnType<typeof work>>;
    },
  };
}

interface Answer {
  readonly input: unknown;
  readonly result: Result<unknown>;
}

async function ask(
  session: UserSession,
  name: OperationName,
  ids: Ids,
  many: number,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const input of inputsFor(name, ids, COSTLY.has(name) ? 1 : many)) {
    answers.push({ input, result: await dispatch(services, handlers, session, name, input) });
  }
  return answers;
}

/** Every role asks the same of the same ids, and to make an input takes longer than most answers. */
const made = new Map<Ids, Map<string, readonly unknown[]>>();

function inputsFor(name: OperationName, ids: Ids, many: number): readonly unknown[] {
  const ofIds = made.get(ids) ?? new Map<string, readonly unknown[]>();
  made.set(ids, ofIds);
  const key = `${name} ${String(many)}`;
  const inputs = ofIds.get(key) ?? askedInputs(name, contract[name], ids, { real, today: TODAY, many });
  ofIds.set(key, inputs);
  return inputs;
}

const told = (name: string, answer: Answer): string =>
  `${name} ${JSON.stringify(answer.input).slice(0, 300)} ${codeOf(answer)} ${JSON.stringify(answer.result).slice(0, 600)}`;

const codeOf = ({ result }: Answer): string => (result.ok ? 'ok' : result.error.code);

const says = (answer: Answer, words: readonly string[]): boolean =>
  words.some((word) => JSON.stringify(answer.result).includes(word));

const tellsOfFar = (name: string, answer: Answer): boolean =>
  says(answer, GUESTS.has(name) ? FAR_SCHOOL.slice(1) : FAR_SCHOOL);

const NAMES = Object.keys(contract) as OperationName[];
const INPUTS = 2;

/** Solves a fortnight of the area each time: asked once instead of twice. */
const COSTLY: ReadonlySet<OperationName> = new Set(['planner.plan']);

it('every operation can be asked', () => {
  const known = (name: OperationName) => {
    try {
      return inputsFor(name, filled.own, 1).length > 0;
    } catch {
      return false;
    }
  };
  expect(NAMES.filter((name) => !known(name))).toEqual([]);
});

describe.each([...ROLES])('as %s', (role) => {
  const session = () => sessions.get(role) ?? NOBODY;
  const may = (name: OperationName) => mayDo(role, (contract[name] as Operation).permission);

  it('what the role may not do is refused for that reason, whoever’s records are named', async () => {
    const wrong: string[] = [];
    for (const name of NAMES.filter((one) => !may(one))) {
      for (const ids of [filled.own, filled.far]) {
        for (const answer of await ask(session(), name, ids, 1))
          if (codeOf(answer) !== 'not-permitted') wrong.push(`${name}: ${codeOf(answer)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('what the role may do is answered, or refused for another reason', async () => {
    const answered = new Set<string>();
    const wrong: string[] = [];
    for (const name of NAMES.filter(may)) {
      const narrower = NARROWER.has(`${role} ${name}`) || contract[name].permission === 'anyone';
      for (const answer of await ask(session(), name, filled.own, INPUTS)) {
        const code = codeOf(answer);
        if (code === 'ok') answered.add(name);
        const refusedForWho = code === 'not-permitted' || code === 'signed-out';
        if (code === 'internal' || (refusedForWho && !narrower)) wrong.push(told(name, answer));
        if (tellsOfFar(name, answer)) wrong.push(`Another school: ${told(name, answer)}`);
      }
    }
    expect(wrong).toEqual([]);
    // Else nothing would have been looked at.
    expect(answered.size).toBeGreaterThan(NAMES.filter(may).length / 3);
  });

  it('nothing of another school comes back, and nothing of it is changed', async () => {
    const wrong: string[] = [];
    for (const name of NAMES.filter(may)) {
      for (const answer of await ask(session(), name, filled.far, INPUTS)) {
        if (tellsOfFar(name, answer) || codeOf(answer) === 'internal') wrong.push(told(name, answer));
        const namesIt = JSON.stringify(answer.input).includes('far-');
        if (answer.result.ok && namesIt && contract[name].kind === 'command' && !GUESTS.has(name))
          wrong.push(`Done: ${told(name, answer)}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('as the staff of one provider', () => {
  it('nothing of another provider, and of nobody who is only there, comes back or is changed', async () => {
    const session = sessions.get('provider-staff') ?? NOBODY;
    const wrong: string[] = [];
    for (const name of NAMES.filter((one) => mayDo('provider-staff', contract[one].permission))) {
      for (const ids of [filled.own, filled.elsewhere]) {
        for (const answer of await ask(session, name, ids, INPUTS)) {
          const its =
            ids === filled.elsewhere && name.startsWith('stays.') && contract[name].kind === 'command';
          if (says(answer, FAR_PROVIDER) || (answer.result.ok && its)) wrong.push(told(name, answer));
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('what is their own does come back', async () => {
    const session = sessions.get('provider-staff') ?? NOBODY;
    for (const name of ['stays.get', 'stays.register', 'providers.get'] as const) {
      const answers = await ask(session, name, filled.own, 1);
      expect([name, ...answers.map(codeOf)]).toEqual([name, 'ok']);
    }
  });
});

it('before anybody has signed in, only what anybody may ask is answered', async () => {
  const wrong: string[] = [];
  for (const name of NAMES) {
    for (const answer of await ask(NOBODY, name, filled.own, 1)) {
      const open = contract[name].permission === 'anyone';
      if (open ? says(answer, FAR_SCHOOL) : codeOf(answer) !== 'signed-out') wrong.push(told(name, answer));
    }
  }
  expect(wrong).toEqual([]);
});
