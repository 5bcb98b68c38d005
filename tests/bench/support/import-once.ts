// A program of its own, so that its highest memory is that of one import: `node import-once.ts FILE` prints it in MB.
import { openTestApp } from '../../builders/app.ts';
import { setUpSchool } from '../../builders/school.ts';
import { peakMemory } from './peak-memory.ts';

const [path = ''] = process.argv.slice(2);
const app = openTestApp();
await setUpSchool(app);
await app.must('pupils.import', { fileId: app.fileId(path) });
await app.close();
process.stdout.write(String(peakMemory()));
