import type { OperationName } from '#shared/contract/contract.ts';
import type { Operation } from '#shared/contract/operation.ts';
import { TEST_ADMINISTRATOR } from '../builders/people.ts';
import { testUpn } from '../builders/pupil-upn.ts';
import { repeatableRandom } from '../builders/repeatable-random.ts';
import { likelyInput } from '../security/fuzz/likely-input.ts';
import type { RealValues } from '../security/fuzz/real-values.ts';
import type { Ids } from './second-school.ts';

/** How many inputs are drawn before an operation counts as one that nothing is known for. */
const MOST_TRIES = 400;

/** Inputs of operations whose parts must fit each other too closely for chance. */
const TAUGHT: Partial<Record<OperationName, unknown>> = {
  'setup.create-school': {
    school: { laEstab: '8734001', name: 'Fenland Academy', phase: 'secondary' },
    headName: 'Mrs Head',
    administrator: TEST_ADMINISTRATOR,
    terms: [{ schoolYear: 2025, name: 'autumn', from: '2025-09-02', to: '2025-12-19' }],
    closures: [],
    sessionTimes: [
      { slot: 'am', starts: '08:45', ends: '12:15' },
      { slot: 'pm', starts: '13:05', ends: '15:15' },
    ],
  },
  'places.add-visitor': {
    forename: 'Rosa',
    surname: 'Lindqvist',
    upn: testUpn(77),
    dob: '2012-03-04',
    sex: 'F',
    school: { name: 'Elm Grove School', laEstab: '201/4777' },
  },
  'audit.note-print': { screen: '/today' },
};

/** Keys of lists of ids, and what each is a list of. */
const LISTS: Readonly<Record<string, string>> = {
  pupilIds: 'pupilId',
  placeIds: 'placeId',
  giveUp: 'placeId',
};

/**
 * Up to `many` inputs that an operation takes, each with the ids of `ids` wherever the contract has a word for one. Throws
 * when none is found: a new operation must be one that this test can ask.
 */
export function askedInputs(
  name: OperationName,
  { input }: Operation,
  ids: Ids,
  { real, today, many }: { readonly real: RealValues; readonly today: string; readonly many: number },
): readonly unknown[] {
  const area = name.split('.')[0] ?? '';
  const taught = TAUGHT[name];
  if (taught !== undefined) return [taught];
  const found = new Map<string, unknown>();
  for (let seed = 1; seed <= MOST_TRIES && found.size < many; seed += 1) {
    const source = { below: repeatableRandom(seed), real, today, fileIds: ['no-such-file'], area };
    const made = withIds(likelyInput(input, source), ids, area);
    if (input.safeParse(made).success) found.set(JSON.stringify(made), made);
  }
  if (found.size === 0)
    throw new Error(`No input is known for ${name}: teach tests/people/asked-inputs.ts one.`);
  return [...found.values()];
}

/** Nobody’s right to set a rule aside is asked about here: that has tests of its own. */
const LEFT_OUT = new Set(['override']);

function withIds(value: unknown, ids: Ids, area: string): unknown {
  if (Array.isArray(value)) return value.map((one) => withIds(one, ids, area));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !LEFT_OUT.has(key))
      .map(([key, one]) => {
        const id = ids[key === 'id' ? area : (LISTS[key] ?? key)];
        if (id === undefined) return [key, withIds(one, ids, area)];
        return [key, Array.isArray(one) ? one.map((_, at) => (at === 0 ? id : (_ as unknown))) : id];
      }),
  );
}
