/**
 * Options of Chromium and Node.js with which a program of the same user could read the records through our own window, or
 * take its walls away. The fuses of the packaged app close those of Node.js; these are Chromium's.
 */
const WEAKENING = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'no-sandbox',
  'disable-web-security',
  'disable-site-isolation-trials',
  'allow-file-access-from-files',
  'load-extension',
  'js-flags',
  'enable-blink-features',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'browser-subprocess-path',
  'auth-server-allowlist',
  'log-net-log',
];

/** The first option of the command line that an installed app does not start with, or undefined. */
export const weakeningSwitch = (hasSwitch: (name: string) => boolean): string | undefined =>
  WEAKENING.find(hasSwitch);
