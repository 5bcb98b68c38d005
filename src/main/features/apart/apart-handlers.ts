import type { Handlers } from '../context.ts';
import { addApart } from './add-apart.ts';
import { endApart } from './end-apart.ts';
import { listApart, listShared } from './list-apart.ts';

export const apartHandlers = {
  'apart.list': listApart,
  'apart.add': addApart,
  'apart.end': endApart,
  'apart.shared': listShared,
} satisfies Partial<Handlers>;
