import log from 'electron-log/node.js';
import { join } from 'node:path';
import { describeError, type Log } from '../platform/log.ts';

/** Technical log in the data folder, 1 MB and one older file; see `platform/log.ts` for what may be in it. */
export function openFileLog(folder: string): Log {
  const file = log.create({ logId: 'first-day' });
  file.transports.console.level = false;
  file.transports.file.level = 'info';
  file.transports.file.maxSize = 1024 * 1024;
  file.transports.file.resolvePathFn = () => join(folder, 'first-day.log');
  return {
    error: (message, error) =>
      file.error(error === undefined ? message : `${message}\n${describeError(error)}`),
    info: (message) => file.info(message),
  };
}
