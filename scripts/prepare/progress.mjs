const running = new Map();
let ticker;
let statusShown = false;
let out = process.stdout;

/** The command line keeps its standard output for its answers, so there the progress goes to stderr. */
export function reportTo(stream) {
  out = stream;
}

export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
export const megabytes = (bytes) => `${Math.round(bytes / 1_000_000)} MB`;

/** One line for the reader, kept clear of the ticking status line. */
export function say(line) {
  if (statusShown) out.write('\r\x1b[K');
  statusShown = false;
  out.write(`${line}\n`);
}

/**
 * Runs a long step with a line at its start, a ticking status while it runs and its duration at the
 * end. `work` may call `update` with a short text ("45%, 88 of 196 MB") that the status shows.
 */
export async function step(title, work) {
  const start = performance.now();
  const status = { title, start, detail: '' };
  running.set(status, status);
  say(`- ${title} ...`);
  startTicking();
  try {
    const answer = await work((detail) => (status.detail = detail));
    say(`  done: ${title} (${seconds(start)})`);
    return answer;
  } catch (error) {
    say(`  gave up: ${title} (${seconds(start)})`);
    throw error;
  } finally {
    running.delete(status);
    if (running.size === 0) stopTicking();
  }
}

function startTicking() {
  // A log file gets a line now and then; a terminal gets one line that is rewritten.
  ticker ??= setInterval(showStatus, out.isTTY ? 500 : 10_000);
  ticker.unref();
}

function stopTicking() {
  clearInterval(ticker);
  ticker = undefined;
}

function showStatus() {
  const parts = [...running.values()].map(
    ({ title, start, detail }) => `${title}: ${detail ? `${detail}, ` : ''}${seconds(start)}`,
  );
  const line = `  ... ${parts.join('; ')}`;
  if (!out.isTTY) return say(line);
  out.write(`\r\x1b[K${line.slice(0, (out.columns ?? 100) - 1)}`);
  statusShown = true;
}
