import { app, session } from 'electron';
import { APP_ORIGIN } from './app-protocol.ts';

const isOurs = (url: string): boolean => url.startsWith(`${APP_ORIGIN}/`);

/** What the window may never do: leave its page, open others, ask for devices, load anything remote. */
export function denyEverything(): void {
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isOurs(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.on('will-download', (event) => event.preventDefault());
  defaultSession.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOurs(details.url) && !details.url.startsWith('devtools:') });
  });
}
