import { readFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { randomBytes } from 'node:crypto';
import { refuse } from '#shared/kernel/result.ts';
import type { JoinChange, JoinDesk } from '../../features/join-desk.ts';
import { tryPlace } from '../../storage/shared/try-place.ts';
import { StoreUnreachableError, StoreUnusableError } from '../../storage/store.ts';
import { aboutJoined } from './about-joined.ts';
import { joinFileIn } from '../../platform/data-folder.ts';
import { readJoinFile, writeJoinFile } from './join-file.ts';

interface Parts {
  /** The data folder. */
  readonly folder: string;
  /** Opens what the PC works on now, once whoever asked has been answered. */
  readonly beginAnew: () => void;
}

const joinChange = z.object({ change: z.enum(['joined', 'left']), database: z.string() });

/** The join file in the data folder of this PC. */
export function makeJoinDesk({ folder, beginAnew }: Parts): JoinDesk {
  const look: JoinDesk['look'] = (path) => {
    const read = readJoinFile(path);
    return read.ok ? { ok: true, value: aboutJoined(read.value) } : read;
  };
  const changeFile = `${joinFileIn(folder)}.change`;
  const keepChange = (change: JoinChange) => writeFile(changeFile, JSON.stringify(change));
  return {
    look,
    reach: async (path) => {
      const read = readJoinFile(path);
      if (!read.ok) return read;
      const { servers, database, tls } = read.value;
      try {
        // Nobody has this name: that the server says so is the answer.
        const nobody = { user: 'first_day_asks', password: randomBytes(12).toString('hex') };
        await tryPlace({ servers, database, tls, ...nobody });
        return { ok: true, value: true };
      } catch (error) {
        if (error instanceof StoreUnreachableError || error instanceof StoreUnusableError)
          return refuse('unreachable', error.message);
        throw error;
      }
    },
    join: async (path) => {
      const read = readJoinFile(path);
      if (!read.ok) return read;
      await writeJoinFile(joinFileIn(folder), read.value);
      await keepChange({ change: 'joined', database: read.value.database });
      beginAnew();
      return { ok: true, value: aboutJoined(read.value) };
    },
    leave: async () => {
      const read = readJoinFile(joinFileIn(folder));
      await rename(joinFileIn(folder), `${joinFileIn(folder)}.left`);
      if (read.ok) await keepChange({ change: 'left', database: read.value.database });
      beginAnew();
    },
    unnoted: () => {
      try {
        return joinChange.parse(JSON.parse(readFileSync(changeFile, 'utf8')));
      } catch {
        // None, or somebody wrote into it: the database that was worked on before has its own row.
        return undefined;
      }
    },
    noted: () => rm(changeFile, { force: true }),
  };
}
