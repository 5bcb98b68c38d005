// The command line of First Day: `npm run --silent cli -- ARGUMENTS`. Standard output is the answer alone.
import { prepare } from './prepare/prepare.mjs';
import { inProject } from './prepare/paths.mjs';
import { reportTo } from './prepare/progress.mjs';
import { buildIfChanged } from './run/build.mjs';
import { entry } from './run/entry.mjs';
import { runAttached } from './run/tool.mjs';

reportTo(process.stderr);
await entry(async () => {
  const { node, env } = await prepare();
  // The bundle, not the sources: loading the libraries file by file takes Node ten times as long and 250 MB more.
  await buildIfChanged({ node, env });
  const args = [inProject('out', 'main', 'cli.js'), ...process.argv.slice(2)];
  // npm runs scripts in the project's folder; file names are meant from where the user typed them.
  if (process.env.npm_lifecycle_event === 'cli') process.chdir(process.env.INIT_CWD ?? '.');
  // Where the system can, the command line takes this process over, so that signals and kill reach it.
  if (process.execve) process.execve(node, [node, ...args], { ...process.env, ...env });
  return runAttached(node, args, env, { cwd: process.cwd() });
});
