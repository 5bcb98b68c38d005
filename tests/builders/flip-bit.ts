import { closeSync, openSync, readSync, writeSync } from 'node:fs';

/** Bytes of a page of the database. */
export const PAGE = 4096;

/** Changes one bit in the middle of a page (the first is 1), or at `offset` in it, in place. */
export function flipBit(file: string, page: number, offset = 2000, bit = 3): void {
  const handle = openSync(file, 'r+');
  try {
    const byte = Buffer.alloc(1);
    const at = (page - 1) * PAGE + offset;
    readSync(handle, byte, 0, 1, at);
    byte.writeUInt8(byte.readUInt8(0) ^ (1 << bit), 0);
    writeSync(handle, byte, 0, 1, at);
  } finally {
    closeSync(handle);
  }
}
