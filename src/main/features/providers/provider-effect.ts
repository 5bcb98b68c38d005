import { refuse } from '#shared/kernel/result.ts';
import type { Handler } from '../context.ts';
import { closureOf, closureProblems, withClosure } from './close-provider.ts';
import { knownProvider } from './known-provider.ts';
import { readPutOut, toPutOut } from './read-put-out.ts';

/** What a change would take away, before it is saved; the command asks for exactly these to be given up. */
export const providerEffect: Handler<'providers.effect'> = (context, input) =>
  context.read(async (db) => {
    const found = await knownProvider(db, input.change === 'provider' ? input.form.id : input.providerId);
    if (!found.ok) return found;
    const provider = found.value;
    if (input.change === 'provider') {
      const { active, sessions, weekCapacity, schoolShare } = input.form;
      const limits = { active, sessions, weekCapacity, schoolShare, closures: provider.closures };
      const places = await readPutOut(db, context, provider, limits);
      return { ok: true, value: { putOut: toPutOut(provider, places) } };
    }
    const fields = closureProblems(provider, input);
    if (fields.length > 0) {
      return refuse('invalid-input', 'Some of what was entered needs correcting.', { fields });
    }
    const limits = withClosure(provider, { ...closureOf(input), reason: '' });
    const places = await readPutOut(db, context, provider, limits);
    return { ok: true, value: { putOut: toPutOut(provider, places) } };
  });
