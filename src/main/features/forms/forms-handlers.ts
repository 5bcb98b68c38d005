import { refuse } from '#shared/kernel/result.ts';
import type { OperationName } from '#shared/contract/contract.ts';
import type { Handlers, UserSession } from '../context.ts';

/** A person, or in a demonstration a name and role. */
const personOf = ({ userId, userName, role }: UserSession): string => userId ?? `${role}/${userName}`;

export const formsHandlers: Pick<Handlers, Extract<OperationName, `forms.${string}`>> = {
  'forms.keep': async ({ forms, session }, { key, values }) => {
    if (forms === undefined)
      return refuse('refused', 'Only First Day’s window keeps half-filled forms. Nothing was kept.');
    forms.keep(personOf(session), key, values);
    return { ok: true, value: {} };
  },
  'forms.kept': async ({ forms, session }, { key }) => {
    const values = forms?.kept(personOf(session), key);
    return { ok: true, value: values === undefined ? {} : { values } };
  },
  'forms.drop': async ({ forms, session }, { key }) => {
    forms?.drop(personOf(session), key);
    return { ok: true, value: {} };
  },
};
