import { app, session, type Session } from 'electron';
import { APP_ORIGIN } from './app-protocol.ts';

const isOurs = (url: string): boolean => url.startsWith(`${APP_ORIGIN}/`);

/** The one page there is; where in it one is stands behind the #. */
const isOurPage = (url: string): boolean => url.split('#', 1)[0] === `${APP_ORIGIN}/`;

/** What the window may never do: leave its page, open others, ask for devices, load anything remote. */
export function denyEverything(): void {
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isOurPage(event.url)) event.preventDefault();
    });
    // Our page has no frames: what navigates in one is not ours.
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame || !isOurPage(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    // Left alone, Electron would choose the first Bluetooth device in reach.
    contents.on('select-bluetooth-device', (event, _devices, choose) => {
      event.preventDefault();
      choose('');
    });
    // Calls between browsers go past every other rule here, so they get no way out.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
  app.on('session-created', denyPermissions);
  const { defaultSession } = session;
  denyPermissions(defaultSession);
  defaultSession.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOurs(details.url) && !details.url.startsWith('devtools:') });
  });
}

/** No permission, device, screen or download, in any session: that of a window that prints too. */
function denyPermissions(one: Session): void {
  one.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  one.setPermissionCheckHandler(() => false);
  one.setDevicePermissionHandler(() => false);
  one.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  one.on('will-download', (event) => event.preventDefault());
}
