import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { isRunning } from './is-running.mjs';
import { inProject } from './paths.mjs';
import { say } from './progress.mjs';

/** Lets one command at a time do `work` in this clone; a lock whose holder has ended is taken over. */
export async function withLock(name, work) {
  await mkdir(inProject('.cache'), { recursive: true });
  const path = inProject('.cache', `${name}.lock`);
  let told = false;
  while (!(await take(path))) {
    if (!told) say(`- Another command is busy with "${name}"; waiting for it ...`);
    told = true;
    await wait(500);
  }
  const release = () => rm(path, { force: true });
  try {
    return await work();
  } finally {
    await release();
  }
}

async function take(path) {
  try {
    await writeFile(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const holder = Number(await readFile(path, 'utf8').catch(() => ''));
  const age =
    Date.now() -
    (await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => Date.now(),
    ));
  // No holder is written for an instant after the file appears; longer than that means a crash.
  if (holder ? !isRunning(holder) : age > 5000) await rm(path, { force: true });
  return false;
}
