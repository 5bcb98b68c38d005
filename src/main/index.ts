import { app, dialog } from 'electron';
import { StoreUnusableError } from './storage/store.ts';
import { accountFolder } from './platform/data-folder.ts';
import { describeError } from './platform/log.ts';
import { registerAppScheme } from './app/app-protocol.ts';
import { startApp } from './app/start-app.ts';
import { weakeningSwitch } from './app/weakening-switch.ts';

// The composition root of the window. Paths first: nothing may touch Electron's default (roaming) folder.
app.setPath('userData', accountFolder());
// A root user's development machine has no system sandbox; an installed app is never without.
if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerAppScheme();
// First Day asks nothing of any network. No name and no address is looked up for a page, whatever way it finds.
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');

const weakening = app.isPackaged ? weakeningSwitch((name) => app.commandLine.hasSwitch(name)) : undefined;
if (weakening !== undefined) {
  dialog.showErrorBox(
    'First Day was not started',
    `It was asked to start with “--${weakening}”, which would take away part of its protection. Nothing was opened. Start it from the Start menu or its own icon.`,
  );
  app.exit(1);
} else if (!app.requestSingleInstanceLock()) {
  app.quit();
} else {
  void app.whenReady().then(start);
}

async function start(): Promise<void> {
  try {
    await startApp();
  } catch (error) {
    // Whatever it is: a window whose questions nobody answers must not stay open.
    if (error instanceof StoreUnusableError) {
      dialog.showErrorBox('First Day cannot open its database', error.message);
    } else {
      dialog.showErrorBox(
        'First Day cannot start',
        `Nothing was changed. Start it again; if it does not help, report this:\n\n${describeError(error)}`,
      );
    }
    app.exit(1);
  }
}
