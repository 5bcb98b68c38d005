// Fails when a module imports what its layer may not (.dependency-cruiser.mjs), or when too few were read.
// `node scripts/import-rules.mjs [FOLDER [FEWEST]]`: the tests point it at a small tree of their own.
import { resolve } from 'node:path';
import { cruise } from 'dependency-cruiser';
import rules from '../.dependency-cruiser.mjs';
import { projectRoot } from './prepare/paths.mjs';

/** Far fewer than there are: below it the reader of TypeScript has failed, not the code shrunk. */
const FEWEST_MODULES = 40;

const [folder = projectRoot, fewest = FEWEST_MODULES] = process.argv.slice(2);

const { output } = await cruise(
  ['src'],
  {
    baseDir: resolve(folder),
    validate: true,
    ruleSet: rules,
    // TypeScript 7 has no parser to offer to other programs; this one also sees type-only imports.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.css$' },
  },
  {
    extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    exportsFields: ['exports'],
    conditionNames: ['import', 'node', 'default', 'types'],
  },
);

const modules = output.modules.filter(({ source }) => source.startsWith('src/')).length;
const imports = output.modules.reduce((sum, { dependencies }) => sum + dependencies.length, 0);
for (const { from, to, rule, cycle } of output.summary.violations) {
  const { comment } = output.summary.ruleSetUsed.forbidden.find(({ name }) => name === rule.name);
  const way = cycle ? cycle.map(({ name }) => name ?? '').join(' -> ') : to;
  console.log(`${rule.name}: ${from} -> ${way}\n    ${comment}`);
}
console.log(
  `${output.summary.violations.length} violations; read ${modules} modules with ${imports} imports.`,
);
if (modules < Number(fewest) || imports === 0) {
  console.log(`Fewer than ${fewest} modules, or no imports, were read: the rules were not checked.`);
  process.exitCode = 1;
}
if (output.summary.violations.length > 0) process.exitCode = 1;
