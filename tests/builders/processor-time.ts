/**
 * Milliseconds of processor time that this process has used: for limits on how long something may take, which the clock
 * on the wall would break on a machine that is busy with other things.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
