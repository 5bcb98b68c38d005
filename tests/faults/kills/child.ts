import { writeSync } from 'node:fs';
import { loadKind } from './kinds.ts';

/** The process that is killed: `child KIND FOLDER`. It writes a line for each acknowledgement, and nothing is held back. */
const [name = '', folder = ''] = process.argv.slice(2);
const kind = await loadKind(name);
writeSync(1, 'ready\n');
await kind.work(folder, (what) => writeSync(1, `done ${what}\n`));
