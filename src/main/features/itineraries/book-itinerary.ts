import type { OperationOutput, ParsedInput } from '#shared/contract/contract.ts';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import { fail, refuse, type AppError, type Result } from '#shared/kernel/result.ts';
import { sayList, sayShortSession } from '#shared/text/provider-words.ts';
import type { AuditNote, Handler } from '../context.ts';
import { inRace } from '../in-race.ts';
import { bookRun, checkRun, type RunWanted } from '../place-run.ts';

type Booked = OperationOutput<'places.book-itinerary'>;

/**
 * Books or holds several runs for one exclusion in one transaction: all or none. What stands against any of the runs is
 * said at once, run by run; its fields are `runs.N.sessions.M`.
 */
export const bookItinerary: Handler<'places.book-itinerary'> = (context, input) => {
  const { exclusionId, hold, override } = input;
  const twice = sessionsTwice(input);
  if (twice !== undefined) return Promise.resolve(twice);
  const wanted = input.runs.map((run): RunWanted => ({ ...run, for: { exclusionId }, hold, override }));

  const attempt = () =>
    context.change<Booked>(async (db) => {
      const audit: AuditNote[] = [];
      const errors: (AppError | undefined)[] = [];
      const placementIds: string[] = [];
      const placeIds: string[] = [];
      let heldUntil: string | undefined;
      for (const run of wanted) {
        const done = await bookRun(db, context, run);
        errors.push(done.ok ? undefined : done.error);
        if (!done.ok) continue;
        audit.push(...done.value.audit);
        placementIds.push(done.value.placementId);
        placeIds.push(...done.value.placeIds);
        ({ heldUntil } = done.value);
      }
      const refused = together(errors);
      if (refused !== undefined) return refused;
      const value = { placementIds, placeIds, ...(heldUntil === undefined ? {} : { heldUntil }) };
      return { ok: true, value: { value, audit } };
    });

  return inRace(context, attempt, async (db) => {
    const errors: (AppError | undefined)[] = [];
    for (const run of wanted) {
      const checked = await checkRun(db, context, run);
      errors.push(checked.ok ? undefined : checked.error);
    }
    return together(errors) ?? { ok: true, value: undefined };
  });
};

/** The refusals of all runs as one; undefined when there are none. No room weighs more than another reason. */
function together(errors: readonly (AppError | undefined)[]): Result<never> | undefined {
  const found = errors.filter((error) => error !== undefined);
  const [first] = found;
  if (first === undefined) return undefined;
  const { code } = found.find((error) => error.code === 'place-full') ?? first;
  return fail({
    code,
    message: [...new Set(found.map(({ message }) => message))].join(' '),
    fields: errors.flatMap((error, at) =>
      (error?.fields ?? []).map(({ path, message }) => ({ path: `runs.${String(at)}.${path}`, message })),
    ),
  });
}

/** One session cannot be at two providers; said before any rule is asked. */
function sessionsTwice({ runs, hold }: ParsedInput<'places.book-itinerary'>): Result<never> | undefined {
  const seen = new Map<string, number>();
  const twice = runs.flatMap(({ sessions }, at) =>
    sessions.filter((session) => {
      const before = seen.get(sessionKey(session));
      seen.set(sessionKey(session), at);
      return before !== undefined && before !== at;
    }),
  );
  if (twice.length === 0) return undefined;
  return refuse(
    'invalid-input',
    `Nothing was ${hold ? 'held' : 'booked'}: ${sayList(twice.map(sayShortSession))} ${twice.length === 1 ? 'is' : 'are'} asked for at two providers. Choose one of them.`,
  );
}
