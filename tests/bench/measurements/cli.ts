import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { measured, measurement, type Bench } from '../support/measurement.ts';
import { projectRoot, runNode } from '../support/run-node.ts';
import { takeTurns, timeOf } from '../support/take-turns.ts';
import { withFolder } from '../support/temporary-folder.ts';

const PROGRAMS = ['out/main/cli.js', 'src/main/cli/index.ts'];

/** One operation from the command line, from starting the program to its end. */
export const cli: Bench = {
  name: 'cli',
  run: () =>
    withFolder(async (folder) => {
      const program = PROGRAMS.find((path) => existsSync(join(projectRoot, path))) ?? '';
      const call = [program, 'call', 'setup.status', '--database', join(folder, 'first-day.db')];
      const samples = await takeTurns(
        [
          async () => ({ call: await timeOf(() => runNode(call)) }),
          async () => ({ node: await timeOf(() => runNode(['-e', '0'])) }),
        ],
        { warmUps: 2, rounds: 11, limit: 25 },
      );
      return [
        measurement(
          `cli: call setup.status (${program})`,
          'ms',
          samples('call'),
          measured('node with an empty script', samples('node')),
        ),
      ];
    }),
};
