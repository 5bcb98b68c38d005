import { inProject, projectRoot } from '../prepare/paths.mjs';
import { runCommand } from '../prepare/run-command.mjs';
import { countPlaywright, countVitest, reportPath } from './count-tests.mjs';
import { toolScript } from './tool.mjs';

const LIMIT = 20 * 60 * 1000;
const one = ({ ok }) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

/**
 * What needs no build: each check has a name and answers with its counts and its output. `exclude` leaves out test
 * files by pattern.
 */
export function quickChecks({ node, env }, { exclude = [] } = {}) {
  const check = (name, args, count = one) => ({ name, run: () => run(node, args, env, count) });
  return [
    check('unit, storage, security and architecture tests', vitestArguments(exclude), countVitest),
    // Lint has the types of every file in hand: what the compiler says of them comes with it, at half the price.
    check('types and lint', [toolScript('oxlint'), '--type-aware', '--type-check', '--deny-warnings']),
    check('format', [toolScript('prettier'), '--check', '--log-level', 'warn', '.']),
    check('import rules', [inProject('scripts', 'import-rules.mjs')]),
    check('dead code', [toolScript('knip'), '--no-progress']),
  ];
}

/** Drives the built app as a person would; needs `out/` and a screen. */
export function endToEndCheck({ node, env }) {
  const args = [toolScript('@playwright/test', 'playwright'), 'test', '-c', 'tests/e2e/playwright.config.ts'];
  return { name: 'end-to-end tests', run: () => run(node, args, env, countPlaywright) };
}

const vitestArguments = (exclude) => [
  toolScript('vitest'),
  'run',
  '--reporter=dot',
  '--reporter=json',
  `--outputFile.json=${reportPath('vitest')}`,
  ...exclude.flatMap((pattern) => ['--exclude', pattern]),
];

async function run(node, args, env, count) {
  const { ok, output } = await runCommand(node, args, {
    cwd: projectRoot,
    env,
    timeout: LIMIT,
  });
  return { ...(await count({ ok })), output };
}
