/** The screens in memory that `npm test` has started, e.g. `:99`; none where the real screen is used. */
export function displays(): readonly string[] {
  return (process.env['FIRST_DAY_DISPLAYS'] ?? '').split(',').filter((name) => name !== '');
}

/** What a window of this worker is started with, so that it has a screen, and with it the focus, to itself. */
export function displayOfWorker(): Readonly<Record<string, string>> {
  const display = displays()[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)];
  return display === undefined ? {} : { DISPLAY: display };
}
