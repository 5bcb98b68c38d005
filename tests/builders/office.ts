import { randomUUID } from 'node:crypto';
import { makeOffice, type Office, type OfficeOptions } from '#main/office/office.ts';
import { rekeyOffice } from '#main/office/rekey-office.ts';
import { NOW } from './database.ts';
import { CHEAP } from './system-keys.ts';

/** The database of a PC as a program finds it; another one over the same file is the program started again. */
export const officeOf = (database: string, more: Partial<OfficeOptions> = {}): Office =>
  makeOffice({
    database,
    now: () => NOW,
    newId: randomUUID,
    cost: CHEAP,
    rekey: async (order, step) => rekeyOffice(order, step),
    ...more,
  });
