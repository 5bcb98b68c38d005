import { stat } from 'node:fs/promises';
import { listFiles, type FoundFile } from '../receiving/list-files.ts';

/** Milliseconds between two looks; a file that is the same in two of them has stopped growing. */
const LOOK_EVERY = 1000;

/**
 * Hands over files that are there, come or change, once they have stopped growing, until the program is interrupted
 * (Ctrl+C); what is under way then is finished first. `take` gives the paths to be handed over again. Looks rather than listens: shares and sticks tell nobody.
 */
export async function watchFiles(
  paths: readonly string[],
  take: (files: readonly FoundFile[]) => Promise<readonly string[]>,
): Promise<0> {
  const done = new Map<string, string>();
  const seen = new Map<string, string>();
  const stopped = interrupted();
  process.stderr.write('Watching for returns. Ctrl+C ends it.\n');
  while (!stopped.yet()) {
    const files = await listFiles(paths);
    const ready: FoundFile[] = [];
    for (const file of files) {
      const mark = await markOf(file.path);
      if (mark === undefined || done.get(file.path) === mark) continue;
      if (seen.get(file.path) === mark) ready.push(file);
      seen.set(file.path, mark);
    }
    if (ready.length > 0) {
      for (const { path } of ready) done.set(path, seen.get(path) ?? '');
      for (const path of await take(ready)) done.delete(path);
    }
    await stopped.orAfter(LOOK_EVERY);
  }
  return 0;
}

/** Size and time of change; undefined for what is not there, or no file. */
const markOf = (path: string): Promise<string | undefined> =>
  stat(path).then(
    (info) => (info.isFile() ? `${info.size} ${info.mtimeMs}` : undefined),
    () => undefined,
  );

function interrupted() {
  let stop = false;
  let wake: () => void = () => undefined;
  const onSignal = () => {
    stop = true;
    wake();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, onSignal);
  return {
    yet: () => stop,
    orAfter: (milliseconds: number) =>
      new Promise<void>((resolve) => {
        if (stop) return resolve();
        const timer = setTimeout(resolve, milliseconds);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
  };
}
