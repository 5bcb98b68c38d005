import { dialog, shell, type BrowserWindow, type OpenDialogOptions } from 'electron';
import type { FileDialogs, OpenPurpose } from '../platform/files/file-desk.ts';

const OPEN: Readonly<Record<OpenPurpose, OpenDialogOptions>> = {
  'pupil-file': {
    title: 'Choose a pupil file',
    properties: ['openFile'],
    filters: [
      { name: 'Common Transfer File or CSV', extensions: ['xml', 'csv', 'txt'] },
      { name: 'All files', extensions: ['*'] },
    ],
  },
  'transfer-file': {
    title: 'Choose a pupil’s file from the school before',
    properties: ['openFile'],
    filters: [
      { name: 'Pupil’s file of First Day', extensions: ['json'] },
      { name: 'All files', extensions: ['*'] },
    ],
  },
  'return-files': {
    title: 'Choose returns',
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: 'Returns', extensions: ['xml', 'csv'] },
      { name: 'All files', extensions: ['*'] },
    ],
  },
  'list-files': {
    title: 'Choose published data or a list of schools',
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: 'CSV', extensions: ['csv'] },
      { name: 'All files', extensions: ['*'] },
    ],
  },
  'register-file': {
    title: 'Choose a register file',
    properties: ['openFile'],
    filters: [
      { name: 'CSV', extensions: ['csv', 'txt'] },
      { name: 'All files', extensions: ['*'] },
    ],
  },
  'attendance-file': {
    title: 'Choose a file of attendance',
    properties: ['openFile'],
    filters: [
      { name: 'CSV', extensions: ['csv', 'txt'] },
      { name: 'All files', extensions: ['*'] },
    ],
  },
  letterhead: {
    title: 'Choose your letterhead',
    properties: ['openFile'],
    filters: [{ name: 'Word document', extensions: ['docx'] }],
  },
  'join-file': {
    title: 'Choose the file of the shared database',
    properties: ['openFile'],
    filters: [{ name: 'shared-database.json', extensions: ['json'] }],
  },
  'grid-files': {
    title: 'Choose grids of pupils at risk',
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: 'Grids', extensions: ['csv', 'xlsx', 'zip'] },
      { name: 'All files', extensions: ['*'] },
    ],
  },
  'grid-folder': { title: 'Choose a folder of grids', properties: ['openDirectory'] },
  'upn-list': {
    title: 'Choose a list of pupils by UPN',
    properties: ['openFile'],
    filters: [
      { name: 'CSV', extensions: ['csv', 'txt'] },
      { name: 'All files', extensions: ['*'] },
    ],
  },
  'criteria-file': {
    title: 'Choose the criteria that your authority sent',
    properties: ['openFile'],
    filters: [{ name: 'Criteria', extensions: ['json'] }],
  },
  'return-folder': { title: 'Choose a folder of returns', properties: ['openDirectory'] },
};

/** The system's own dialogs; paths stay in main. */
export function windowDialogs(window: () => BrowserWindow | undefined): FileDialogs {
  const ask = (options: OpenDialogOptions) => {
    const parent = window();
    return parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options);
  };
  return {
    chooseOpen: async (purpose) => (await ask(OPEN[purpose])).filePaths,
    chooseFolder: async () =>
      (await ask({ title: 'Choose a folder', properties: ['openDirectory', 'createDirectory'] }))
        .filePaths[0],
    chooseSave: async (suggestedName) => {
      const options = { title: 'Save', defaultPath: suggestedName };
      const parent = window();
      const answer = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
      return answer.canceled ? undefined : answer.filePath;
    },
    showInFolder: (path) => shell.showItemInFolder(path),
  };
}
