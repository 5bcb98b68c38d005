import { app, dialog } from 'electron';
import { StoreUnusableError } from './storage/store.ts';
import { dataFolder } from './platform/data-folder.ts';
import { registerAppScheme } from './app/app-protocol.ts';
import { startApp } from './app/start-app.ts';

// The composition root of the window. Paths first: nothing may touch Electron's default (roaming) folder.
app.setPath('userData', dataFolder());
// A root user's development machine has no system sandbox; an installed app is never without.
if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerAppScheme();

if (!app.requestSingleInstanceLock()) {
  app.quit();
} else {
  void app.whenReady().then(start);
}

function start(): void {
  try {
    startApp();
  } catch (error) {
    if (!(error instanceof StoreUnusableError)) throw error;
    dialog.showErrorBox('First Day cannot open its database', error.message);
    app.exit(1);
  }
}
