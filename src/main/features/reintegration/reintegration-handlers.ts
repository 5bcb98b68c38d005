import type { Handlers } from '../context.ts';
import { addStep } from './add-step.ts';
import { finishStep } from './finish-step.ts';
import { getReintegration } from './get-reintegration.ts';
import { planLooks } from './plan-looks.ts';
import { readWorked } from './read-worked.ts';
import { removeStep } from './remove-step.ts';
import { saveReintegration } from './save-reintegration.ts';

export const reintegrationHandlers = {
  'reintegration.get': getReintegration,
  'reintegration.what-worked': readWorked,
  'reintegration.save': saveReintegration,
  'reintegration.plan-looks': planLooks,
  'reintegration.add-step': addStep,
  'reintegration.finish-step': finishStep,
  'reintegration.remove-step': removeStep,
} satisfies Partial<Handlers>;
