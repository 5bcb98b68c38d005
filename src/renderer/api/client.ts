import {
  QueryClient,
  keepPreviousData,
  useMutation,
  useQuery,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { OperationInput, OperationName, OperationOutput } from '#shared/contract/contract.ts';
import type { AppError } from '#shared/kernel/result.ts';
import { invoke, onEvent } from './bridge.ts';
import { staleAfter } from './invalidation.ts';
import { askWhoWorks, untilUnlocked, type WhoWorks } from './who.ts';

/** A refused operation, thrown so that react-query sees it; `error` is what main said. */
export class OperationError extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.message);
    this.name = 'OperationError';
    this.error = error;
  }

  /** Messages by field path, for forms. */
  get fields(): Readonly<Record<string, string>> {
    return Object.fromEntries((this.error.fields ?? []).map(({ path, message }) => [path, message]));
  }
}

/** Operations are answered on this PC: no network states, no silent retries. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, staleTime: 30_000, refetchOnWindowFocus: true },
    mutations: { networkMode: 'always', retry: false },
  },
});

onEvent((event) => {
  if (event.type === 'session') void learnWhoWorks();
  if (event.type === 'missed') void queryClient.invalidateQueries({ predicate: isPersonal });
  if (event.type !== 'done') return;
  if (event.operation === 'session.work-as') {
    // What one role could see must not stay on the screen of the next: forget it, do not just refresh it.
    void learnWhoWorks().then(() => queryClient.resetQueries({ predicate: isPersonal }));
    return;
  }
  for (const area of staleAfter(event.operation)) void queryClient.invalidateQueries({ queryKey: [area] });
});

/** Whose database it is and whether it is open: the same whoever works, and the frame of the window stands on it. */
const ofEverybody = ([area]: readonly unknown[]): boolean => area === 'setup' || area === 'keys';

const WHO_WORKS = ['session', 'session.get', {}] as const;

/** Of a person who has gone nothing stays: not on the screen, and not in what is remembered for it. */
const isPersonal = ({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean =>
  !ofEverybody(queryKey) && queryKey[0] !== 'session';

/** Asks who works here. When it is somebody else than before, everything that the last one saw is forgotten. */
async function whoWorks(): Promise<WhoWorks> {
  const asked = await askWhoWorks();
  if (!asked.ok) throw new OperationError(asked.error);
  const { who, anotherPerson } = asked.value;
  if (anotherPerson) {
    await queryClient.cancelQueries({ predicate: isPersonal });
    queryClient.removeQueries({ predicate: isPersonal });
  }
  return who;
}

/** Asks again, and the sign-in, the lock screen and the menus follow from the answer. */
async function learnWhoWorks(): Promise<WhoWorks | undefined> {
  try {
    const who = await whoWorks();
    queryClient.setQueryData(WHO_WORKS, who);
    return who;
  } catch (error) {
    if (error instanceof OperationError) return undefined;
    throw error;
  }
}

let unanswered: { readonly name: string; readonly input: unknown; readonly commandId: string } | undefined;

const idOfCommand = (name: string, input: unknown): string =>
  unanswered?.name === name && JSON.stringify(unanswered.input) === JSON.stringify(input)
    ? unanswered.commandId
    : crypto.randomUUID();

async function call<N extends OperationName>(name: N, input: OperationInput<N>): Promise<OperationOutput<N>> {
  const commandId = idOfCommand(name, input);
  const result = await invoke(name, input, commandId);
  // Nobody can say whether it was done: given again as it is, it is the same command and is done once.
  unanswered = !result.ok && result.error.code === 'unreachable' ? { name, input, commandId } : undefined;
  if (result.ok) return result.value;
  const { code } = result.error;
  // Somebody's time in a role may just have ended, or the window been locked.
  if (code === 'signed-out' || code === 'not-permitted') await learnWhoWorks();
  throw new OperationError(result.error);
}

/** A query asked behind the lock is answered once it is unlocked: the page keeps what it shows meanwhile. */
async function answer<N extends OperationName>(
  name: N,
  input: OperationInput<N>,
): Promise<OperationOutput<N>> {
  // Every screen asks this one under the same key: whoever asks first, the change of person must be seen.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is the output of that very operation
  if (name === 'session.get') return (await whoWorks()) as OperationOutput<N>;
  const result = await invoke(name, input);
  if (result.ok) return result.value;
  const { code } = result.error;
  const who = code === 'signed-out' || code === 'not-permitted' ? await learnWhoWorks() : undefined;
  if (who && code === 'signed-out' && (await untilUnlocked(who))) return answer(name, input);
  throw new OperationError(result.error);
}

/** Key of a query: its area first, so that a command can make a whole area stale. */
const keyOf = (name: OperationName, input: unknown): readonly unknown[] => [name.split('.')[0], name, input];

interface QueryOptions {
  readonly enabled?: boolean;
  /** Keep showing the last answer while the next one loads (type-aheads, boards). */
  readonly keepPrevious?: boolean;
  /** Milliseconds between refreshes, for boards that others change. */
  readonly refreshEvery?: number;
}

/** Reads with a query operation; refreshed when a command makes it stale. */
export function useOperation<N extends OperationName>(
  name: N,
  input: OperationInput<N>,
  { enabled = true, keepPrevious = false, refreshEvery }: QueryOptions = {},
): UseQueryResult<OperationOutput<N>, OperationError> {
  return useQuery<OperationOutput<N>, OperationError>({
    queryKey: keyOf(name, input),
    queryFn: () => answer(name, input),
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(refreshEvery ? { refetchInterval: refreshEvery } : {}),
  });
}

/** Runs a command (or a long query that should not be cached) when `mutate` is called. */
export function useCommand<N extends OperationName>(
  name: N,
): UseMutationResult<OperationOutput<N>, OperationError, OperationInput<N>> {
  return useMutation<OperationOutput<N>, OperationError, OperationInput<N>>({
    mutationFn: (input) => call(name, input),
  });
}

/** For type-aheads: a query on demand, through the cache. */
export function fetchOperation<N extends OperationName>(
  name: N,
  input: OperationInput<N>,
): Promise<OperationOutput<N>> {
  return queryClient.fetchQuery({ queryKey: keyOf(name, input), queryFn: () => answer(name, input) });
}
