import { Menu, app, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';
import type { AppEvent } from '#shared/contract/events.ts';

/** The application menu with the shortcuts Windows users know. Pages are named to the window as facts. */
export function setAppMenu(window: () => BrowserWindow | undefined, send: (event: AppEvent) => void): void {
  const go = (label: string, to: string, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    // The window answers these keys itself (it knows what is open); the menu only shows them.
    ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
    click: () => send({ type: 'go', to }),
  });
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    {
      label: '&File',
      submenu: [
        go('&Record an exclusion', '/record', 'CmdOrCtrl+N'),
        go('&Import pupils…', '/pupils/import'),
        { type: 'separator' },
        go('&Lock', 'lock', 'CmdOrCtrl+L'),
        { label: '&Print…', accelerator: 'CmdOrCtrl+P', click: () => window()?.webContents.print() },
        { type: 'separator' },
        { label: 'E&xit', accelerator: 'Alt+F4', click: () => app.quit() },
      ],
    },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        go('&Today', '/today'),
        go('&Pupils', '/pupils'),
        go('P&laces', '/places'),
        go('&Returns', '/returns'),
        go('&Authority', '/authority'),
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' as const }]),
      ],
    },
    {
      label: '&Help',
      submenu: [
        {
          label: '&Keyboard',
          accelerator: 'F1',
          registerAccelerator: false,
          click: () => send({ type: 'go', to: 'help' }),
        },
        { label: '&About First Day', click: () => send({ type: 'go', to: 'about' }) },
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
