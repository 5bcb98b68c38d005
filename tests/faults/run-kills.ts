import { parseArgs } from 'node:util';
import { killKinds } from './kills/kinds.ts';
import { killRounds } from './kills/kill-rounds.ts';

/** `node tests/faults/run-kills.ts [--kills 1000] [--kind NAME] [--seed 1]`: the kills, shared out among the kinds. */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string', multiple: true },
  },
});
const names = values.kind ?? Object.keys(killKinds);
const each = Math.ceil(Number(values.kills) / names.length);
let all = 0;
for (const name of names) {
  const { kills, acknowledged, early } = await killRounds(name, each, Number(values.seed));
  all += kills;
  process.stdout.write(
    `${name}: ${String(kills)} kills, ${String(acknowledged)} acknowledged and kept, ${String(early)} before the first\n`,
  );
}
process.stdout.write(`${String(all)} kills, nothing lost and nothing half done\n`);
