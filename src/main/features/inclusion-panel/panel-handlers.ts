import type { Handlers } from '../context.ts';
import { actionDone } from './action-done.ts';
import { getPanel } from './get-panel.ts';
import { holdPanel } from './hold-panel.ts';
import { listPanels } from './list-panels.ts';
import { minutePupil } from './minute-pupil.ts';
import { printPanel } from './print-panel.ts';
import { putPupil } from './put-pupil.ts';
import { savePanel } from './save-panel.ts';
import { takeOffPupil } from './take-off-pupil.ts';

export const panelHandlers = {
  'panel.list': listPanels,
  'panel.get': getPanel,
  'panel.save': savePanel,
  'panel.put': putPupil,
  'panel.take-off': takeOffPupil,
  'panel.minute': minutePupil,
  'panel.hold': holdPanel,
  'panel.action-done': actionDone,
  'panel.print': printPanel,
} satisfies Partial<Handlers>;
