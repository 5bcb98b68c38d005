import type { Context } from '../context.ts';

/** What was done to the keys, in the audit trail; never a key. */
export const noteKeys = async ({ change }: Pick<Context, 'change'>, detail: object): Promise<void> => {
  await change(async () => ({
    ok: true,
    value: { value: {}, audit: { subjectType: 'keys', subjectId: 'database', detail } },
  }));
};
