// The least that an Electron app can be: one window with one page. First Day's own start and memory are held against it.
import { app, BrowserWindow } from 'electron';
import { fileURLToPath } from 'node:url';

app.setPath('userData', process.env.FIRST_DAY_DATA);
app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 768, show: false });
  window.once('ready-to-show', () => window.show());
  return window.loadFile(fileURLToPath(new URL('index.html', import.meta.url)));
});
