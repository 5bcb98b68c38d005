import type { OperationName } from '#shared/contract/contract.ts';
import type { Handlers } from '../context.ts';
import { readDisplay, setDisplay } from './display.ts';
import { eraseCommon, listErasures } from './erase-common.ts';
import { erasePupil, previewErasure } from './erase-pupil.ts';
import { readHeld } from './held.ts';
import { endHold, holdRecord } from './hold.ts';
import { reviewRecords } from './review.ts';
import { listRules, setRule } from './rules.ts';
import { subjectAccess } from './subject-access.ts';
import { readWindow, setWindow } from './window-shield.ts';

export const privacyHandlers: Pick<Handlers, Extract<OperationName, `privacy.${string}`>> = {
  'privacy.display': readDisplay,
  'privacy.set-display': setDisplay,
  'privacy.window': readWindow,
  'privacy.set-window': setWindow,
  'privacy.rules': listRules,
  'privacy.set-rule': setRule,
  'privacy.review': reviewRecords,
  'privacy.hold': holdRecord,
  'privacy.end-hold': endHold,
  'privacy.held': readHeld,
  'privacy.subject-access': subjectAccess,
  'privacy.erasure-preview': previewErasure,
  'privacy.erase-pupil': erasePupil,
  'privacy.erase-common': eraseCommon,
  'privacy.erasures': listErasures,
};
