import type { OperationInput, OperationName, OperationOutput } from '#shared/contract/contract.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import type { Result } from '#shared/kernel/result.ts';

/** What the preload script exposes. Its types are main's promise: `dispatch` checks every result before it leaves. */
interface Bridge {
  invoke<N extends OperationName>(
    operation: N,
    input: OperationInput<N>,
    commandId?: string,
  ): Promise<Result<OperationOutput<N>>>;
  registerDropped(files: readonly File[]): Promise<readonly FileHandle[]>;
  on(listener: (event: AppEvent) => void): () => void;
}

declare global {
  interface Window {
    readonly firstDay: Bridge;
  }
}

/** Runs an operation in main. Never rejects: failures are Results. */
export async function invoke<N extends OperationName>(
  operation: N,
  input: OperationInput<N>,
  commandId?: string,
): Promise<Result<OperationOutput<N>>> {
  try {
    return await window.firstDay.invoke(operation, input, commandId);
  } catch {
    return {
      ok: false,
      error: { code: 'internal', message: 'The program did not answer. Nothing was changed; try again.' },
    };
  }
}

export interface FileHandle {
  readonly fileId: string;
  readonly name: string;
  readonly size: number;
}

/** Opaque ids for files or folders that were dropped on the window. */
export const registerDropped = (files: readonly File[]): Promise<readonly FileHandle[]> =>
  window.firstDay.registerDropped(files);

/** Listens to main's events; gives back how to stop. */
export const onEvent = (listener: (event: AppEvent) => void): (() => void) => window.firstDay.on(listener);
