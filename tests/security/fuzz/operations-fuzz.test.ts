import { beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#shared/contract/contract.ts';
import { fuzzRun, neverDone, type FuzzReport } from './fuzz-run.ts';

// FUZZ_SEED and FUZZ_CALLS ask for other calls or more of them; `node tests/security/fuzz/run.ts` makes the 100,000.
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_251_112);
const ROUNDS = 3;
const CALLS = Number(process.env['FUZZ_CALLS'] ?? 3000);

let report: FuzzReport;
beforeAll(async () => {
  report = await fuzzRun({ seed: SEED, rounds: ROUNDS, callsARound: Math.ceil(CALLS / ROUNDS) });
}, 600_000);

describe(`a hostile window that asks ${String(CALLS)} times (seed ${String(SEED)})`, () => {
  it('reaches every operation, and most do something for it', () => {
    expect(report.calls).toBeGreaterThanOrEqual(CALLS);
    expect(report.called.size).toBe(Object.keys(contract).length);
    expect(neverDone(report).length).toBeLessThan(Object.keys(contract).length / 3);
  });

  it('gets an answer each time: no crash, no rejection, no internal error, nothing broken in the database', () => {
    expect(report.faults).toEqual([]);
  });

  it('does not make the program hold more and more', () => {
    const [first = 0] = report.heap;
    expect((report.heap.at(-1) ?? 0) - first).toBeLessThan(40 * 1024 * 1024);
  });
});
