import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { officeOf } from '../builders/office.ts';
import { databaseIn } from './open-app.ts';

/** `read-only-child PREPARED DISK`: opens a prepared school on a small disk that can only be read; prints what it says. */
const [prepared = '', disk = ''] = process.argv.slice(2);
cpSync(prepared, disk, { recursive: true });
execFileSync('mount', ['-o', 'remount,ro', disk]);
const office = officeOf(databaseIn(disk));
const standing = await office.start();
await office.close();
process.stdout.write(JSON.stringify(standing));
