import { parseArgs } from 'node:util';
import { DAMAGED_FILES, damagePlaces } from './damage/damaged-places.ts';

/** `node tests/faults/run-damage.ts [--places 500] [--seed 1]`: damaged places, shared out among database, log and backup. */
const { values } = parseArgs({
  options: { places: { type: 'string', default: '500' }, seed: { type: 'string', default: '1' } },
});
for (const which of DAMAGED_FILES) {
  const each = Math.ceil(Number(values.places) / DAMAGED_FILES.length);
  const { told, whole, shorter } = await damagePlaces(which, each, Number(values.seed));
  process.stdout.write(
    `${which}: ${String(each)} places, ${String(told)} told, ${String(whole)} with everything there, ${String(shorter)} with all up to the damaged place\n`,
  );
}
