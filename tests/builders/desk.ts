import type { OperationInput, OperationName, OperationOutput } from '#shared/contract/contract.ts';
import type { Result } from '#shared/kernel/result.ts';
import { dispatch } from '#main/api/dispatch.ts';
import { handlers } from '#main/api/handlers.ts';
import { makeWindowDesk, type WindowDesk } from '#main/app/session-desk.ts';
import { NOBODY, type Services, type UserSession } from '#main/features/context.ts';

export interface TestDesk {
  readonly desk: WindowDesk;
  /** Moves the desk's own time on. */
  pass(minutes: number): void;
  /** Asks as the window does: in the session that the desk has at this moment. */
  ask<N extends OperationName>(name: N, input: OperationInput<N>): Promise<Result<OperationOutput<N>>>;
}

/** A window's desk over a test application; `open` is its session where nobody signs in. */
export function openDesk(
  app: { readonly services: Services },
  more: Partial<Services> = {},
  open: UserSession = NOBODY,
): TestDesk {
  let time = 0;
  let last: string | undefined;
  const desk = makeWindowDesk({
    monotonic: () => time,
    onChange: () => undefined,
    lastName: () => last,
    remember: ({ userName }) => (last = userName),
  });
  const services = { ...app.services, ...more, sessions: desk };
  return {
    desk,
    pass: (minutes) => {
      time += minutes * 60_000;
    },
    ask: async (name, input) => {
      const session = await desk.asking(async () => open);
      return (await dispatch(services, handlers, session, name, input)) as Result<
        OperationOutput<typeof name>
      >;
    },
  };
}
