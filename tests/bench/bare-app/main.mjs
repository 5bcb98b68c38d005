// The least that an Electron app can be: one window with one page. What First Day's own start and memory are held against.
import { app, BrowserWindow } from 'electron';
import { fileURLToPath } from 'node:url';

app.setPath('userData', process.env.FIRST_DAY_DATA);
app.on('window-all-closed', () => app.quit());
await app.whenReady();
const window = new BrowserWindow({ width: 1366, height: 768, show: false });
window.once('ready-to-show', () => window.show());
void window.loadFile(fileURLToPath(new URL('index.html', import.meta.url)));
