import { expect, it } from 'vitest';
import { isOneRecord } from './is-one-record.ts';

it.each([
  '/record',
  '/record/letter',
  '/pupils/p1',
  '/pupils/p1/held',
  '/support/entries/e1',
  '/support/plans/p1',
  '/places/stays/s1',
  '/authority/conference/A1',
])('%s is about one pupil, who was opened', (address) => expect(isOneRecord(address)).toBe(true));

it.each([
  '/today',
  '/pupils',
  '/pupils/import',
  '/support',
  '/support/plans',
  '/support/panel/m1',
  '/places',
  '/places/register',
  '/returns',
  '/authority/conference',
])('%s is a list', (address) => expect(isOneRecord(address)).toBe(false));
