import { say } from '../prepare/progress.mjs';
import { SetupError } from '../prepare/setup-error.mjs';

/** Runs a command's work: what a person can put right is a sentence, everything else a stack; both end with 1. */
export async function entry(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(`\n${error.message}`);
    process.exitCode = 1;
  }
}
