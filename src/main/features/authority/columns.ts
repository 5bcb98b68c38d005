import { refuse } from '#shared/kernel/result.ts';
import type { Handler } from '../context.ts';

export const readColumns: Handler<'authority.columns'> = async () => refuse('not-found', 'x');
export const saveColumns: Handler<'authority.save-columns'> = async () => refuse('not-found', 'x');
