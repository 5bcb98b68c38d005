import { refuse } from '#shared/kernel/result.ts';
import { foldPersonName } from '#shared/domain/people/fold-person-name.ts';
import type { Handler } from '../context.ts';
import { noteKeys } from './note-keys.ts';

/** A new data key. Who signed in gives their password where the system keeps no key for them. */
export const changeKey: Handler<'keys.change'> = async (context, { password }) => {
  const { keys, session, job } = context;
  if (!keys)
    return refuse(
      'refused',
      'This database is kept on a server, which looks after its keys. Nothing was changed.',
    );
  const person =
    password === undefined ? undefined : { foldedName: foldPersonName(session.userName), password };
  const changed = await keys.change(person, (fraction, text) => job.progress(fraction, text));
  if (!changed.ok) return changed;
  await noteKeys(context, { sheet: changed.value.sheet });
  return { ok: true, value: { ...changed.value, ask: [...changed.value.ask] } };
};
