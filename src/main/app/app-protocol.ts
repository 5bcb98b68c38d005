import { protocol } from 'electron';
import { randomBytes } from 'node:crypto';
import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';

export const APP_ORIGIN = 'app://first-day';

/** Must run before the app is ready: makes `app://` an origin of its own, like https. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/**
 * Scripts, fonts and pictures from this program only; styles also with this page's nonce, for the component library's
 * generated rules. Nothing remote, nothing inline, no eval, no frames, no forms that leave.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    // Text never becomes markup or script by assignment: `innerHTML` and its like throw.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** The file of the window's folder that a request may have, or undefined for anything else. */
export function fileForRequest(folder: string, url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { host, pathname, protocol: scheme } = new URL(url);
  if (scheme !== 'app:' || host !== 'first-day') return undefined;
  const relative = decodePath(pathname);
  if (relative === undefined) return undefined;
  const file = normalize(join(folder, relative === '/' ? 'index.html' : relative));
  if (!file.startsWith(folder + sep)) return undefined;
  // A link, of the file or of a folder above it, could lead out of the folder: only plain files in it are served.
  if (lstatSync(file, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  return realpathSync(file).startsWith(realpathSync(folder) + sep) ? file : undefined;
}

/** Undefined for what only an attacker writes: broken escapes, zero bytes, backslashes. */
function decodePath(pathname: string): string | undefined {
  try {
    const path = decodeURIComponent(pathname);
    return /[\0\\]/.test(path) ? undefined : path;
  } catch {
    return undefined;
  }
}

const HTML = 'text/html; charset=utf-8';

/** The kinds of file the window is made of; any other is not served. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': HTML,
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** What a page may ask a browser for; ours needs none of it. */
const FEATURES = [
  'accelerometer',
  'ambient-light-sensor',
  'autoplay',
  'bluetooth',
  'camera',
  'clipboard-read',
  'clipboard-write',
  'display-capture',
  'encrypted-media',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

const NO_SNIFF = { 'x-content-type-options': 'nosniff' } as const;

const notFound = () =>
  new Response('Not found', {
    status: 404,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-security-policy': "default-src 'none'",
      ...NO_SNIFF,
    },
  });

/** Serves the window from `folder`; the page gets a fresh nonce each time. */
export function serveApp(folder: string): void {
  protocol.handle('app', (request) => {
    const file = request.method === 'GET' ? fileForRequest(folder, request.url) : undefined;
    const type = CONTENT_TYPES[extname(file ?? '')];
    if (file === undefined || type === undefined) return notFound();
    if (type !== HTML)
      return new Response(readFileSync(file), { headers: { 'content-type': type, ...NO_SNIFF } });
    const nonce = randomBytes(16).toString('base64');
    return new Response(readFileSync(file, 'utf8').replace('__STYLE_NONCE__', nonce), {
      headers: {
        'content-type': HTML,
        'content-security-policy': contentSecurityPolicy(nonce),
        ...NO_SNIFF,
        'cache-control': 'no-store',
        'permissions-policy': FEATURES.map((feature) => `${feature}=()`).join(', '),
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
      },
    });
  });
}
