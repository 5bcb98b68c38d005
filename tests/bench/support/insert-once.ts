// What `import-once.ts` is held against: `node insert-once.ts DATABASE ROWS` puts the rows of a JSON file into the
// database with the bare driver and prints the highest memory in MB.
import { readFileSync } from 'node:fs';
import { insertImported, type ImportedRows } from './imported-rows.ts';
import { peakMemory } from './peak-memory.ts';

const [database = '', rows = ''] = process.argv.slice(2);
insertImported(database, JSON.parse(readFileSync(rows, 'utf8')) as ImportedRows);
process.stdout.write(String(peakMemory()));
