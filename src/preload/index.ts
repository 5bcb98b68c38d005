import { contextBridge, ipcRenderer, webUtils } from 'electron';

// The whole of what the window can reach. Dropped files become opaque ids in main: a page cannot make a File with a
// path of its own choosing.
contextBridge.exposeInMainWorld('firstDay', {
  invoke: (operation: string, input: unknown, commandId?: string): Promise<unknown> =>
    ipcRenderer.invoke('dispatch', operation, input, commandId),
  registerDropped: (files: readonly File[]): Promise<unknown> =>
    ipcRenderer.invoke(
      'register-dropped',
      files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== ''),
    ),
  on: (listener: (event: unknown) => void): (() => void) => {
    const relay = (_: unknown, event: unknown) => listener(event);
    ipcRenderer.on('event', relay);
    return () => ipcRenderer.off('event', relay);
  },
});
