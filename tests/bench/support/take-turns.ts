/** One turn gives one sample for each name it measures. */
export type Turn = () => Promise<Readonly<Record<string, number>>>;

export interface TurnOptions {
  /** Rounds whose samples are thrown away: caches and compilers are cold then. */
  readonly warmUps: number;
  readonly rounds: number;
  /** After so many seconds no further round is begun, once there are `LEAST_ROUNDS`. */
  readonly limit?: number;
}

const LEAST_ROUNDS = 3;

/**
 * Lets the turns follow each other, round after round (A B A B ...), so that what slows the machine for a while slows
 * all of them. Gives the samples of a name.
 */
export async function takeTurns(
  turns: readonly Turn[],
  { warmUps, rounds, limit = 30 }: TurnOptions,
): Promise<(name: string) => readonly number[]> {
  const samples = new Map<string, number[]>();
  const end = performance.now() + limit * 1000;
  for (let round = -warmUps; round < rounds; round += 1) {
    if (round >= LEAST_ROUNDS && performance.now() > end) break;
    for (const turn of turns) {
      const taken = await turn();
      if (round < 0) continue;
      for (const [name, sample] of Object.entries(taken)) {
        const known = samples.get(name);
        if (known === undefined) samples.set(name, [sample]);
        else known.push(sample);
      }
    }
  }
  return (name) => samples.get(name) ?? [];
}

/** How long the work takes, in milliseconds. */
export async function timeOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Rows per second of work that handles so many rows. */
export async function rateOf(rows: number, work: () => unknown): Promise<number> {
  return (rows / (await timeOf(work))) * 1000;
}
