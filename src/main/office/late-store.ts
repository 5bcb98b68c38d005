import { StoreNotOpenError, type Store } from '../storage/store.ts';

/** A store that others hold on to while what is behind it is opened, closed and opened again. */
export interface LateStore {
  readonly store: Store;
  /** Puts an open store behind it. */
  open(behind: Store): void;
  /** Takes it away once nobody is in the middle of anything; whoever comes meanwhile waits until `open` or `giveUp`. */
  close(): Promise<void>;
  /** Nobody can wait for it: whoever asks is refused with `StoreNotOpenError`. */
  giveUp(): void;
}

const NOT_OPEN = 'The database is not open at present. Nothing was changed.';

/** `location` is known before anything is open. */
export function makeLateStore(location: string, engine: Store['engine'] = 'sqlite'): LateStore {
  let behind: Store | undefined;
  let inside = 0;
  /** Set while it is closed for a moment. */
  let opening: PromiseWithResolversOf | undefined;
  let whenEmpty: (() => void) | undefined;

  async function through<T>(work: (store: Store) => Promise<T>): Promise<T> {
    for (let wait = opening; wait; wait = opening) await wait.promise;
    const store = behind;
    if (!store) throw new StoreNotOpenError(NOT_OPEN);
    inside += 1;
    try {
      return await work(store);
    } finally {
      inside -= 1;
      if (inside === 0) whenEmpty?.();
    }
  }

  return {
    store: {
      engine,
      location,
      get login() {
        return behind?.login;
      },
      read: (work) => through((store) => store.read(work)),
      write: (work) => through((store) => store.write(work)),
      compact: () => through((store) => store.compact?.() ?? Promise.resolve(true)),
      close: async () => {
        const store = behind;
        behind = undefined;
        await store?.close();
      },
    },
    open: (store) => {
      behind = store;
      opening?.resolve();
      opening = undefined;
    },
    close: async () => {
      opening ??= withResolvers();
      if (inside > 0) await new Promise<void>((resolve) => (whenEmpty = resolve));
      whenEmpty = undefined;
      const store = behind;
      behind = undefined;
      await store?.close();
    },
    giveUp: () => {
      opening?.resolve();
      opening = undefined;
    },
  };
}

interface PromiseWithResolversOf {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
}

/** `Promise.withResolvers` is newer than the oldest runtime. */
function withResolvers(): PromiseWithResolversOf {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}
