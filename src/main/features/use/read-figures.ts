import type { Handler } from '../context.ts';
import { figuresOf } from './figures-of.ts';

/** Use and cost of places over a period. */
export const readFigures: Handler<'use.figures'> = (context, period) =>
  context.read((db) => figuresOf(db, context, period));
