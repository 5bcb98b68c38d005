import type { OperationInput, OperationName, OperationOutput } from '#shared/contract/contract.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import type { Result } from '#shared/kernel/result.ts';

/** What the preload script exposes; its results were validated in main. */
interface Bridge {
  invoke(operation: string, input: unknown): Promise<unknown>;
  registerDropped(files: readonly File[]): Promise<unknown>;
  on(listener: (event: unknown) => void): () => void;
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
): Promise<Result<OperationOutput<N>>> {
  try {
    return (await window.firstDay.invoke(operation, input)) as Result<OperationOutput<N>>;
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
export async function registerDropped(files: readonly File[]): Promise<readonly FileHandle[]> {
  return (await window.firstDay.registerDropped(files)) as readonly FileHandle[];
}

/** Listens to main's events; gives back how to stop. */
export const onEvent = (listener: (event: AppEvent) => void): (() => void) =>
  window.firstDay.on((event) => listener(event as AppEvent));
