import type { Handlers } from '../context.ts';
import { getToday } from './get-today.ts';

export const todayHandlers = { 'today.get': getToday } satisfies Partial<Handlers>;
