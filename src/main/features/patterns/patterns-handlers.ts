import type { Handlers } from '../context.ts';
import { effectOfProvision } from './effect-of-provision.ts';
import { findPatterns } from './find-patterns.ts';
import { listEarly } from './list-early.ts';

export const patternsHandlers = {
  'patterns.find': findPatterns,
  'patterns.early': listEarly,
  'patterns.effect': effectOfProvision,
} satisfies Partial<Handlers>;
