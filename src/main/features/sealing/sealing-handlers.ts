import type { sealingContract } from '#shared/contract/sealing.ts';
import type { Handlers } from '../context.ts';
import { confirmKey, listKeys, makeKey, retireKey } from './authority-keys.ts';
import { setSealing, showSealing } from './school-sealing.ts';

export const sealingHandlers: Pick<Handlers, keyof typeof sealingContract> = {
  'returns.sealing': showSealing,
  'returns.set-sealing': setSealing,
  'authority.seal-keys': listKeys,
  'authority.make-seal-key': makeKey,
  'authority.confirm-school-key': confirmKey,
  'authority.retire-seal-key': retireKey,
};
