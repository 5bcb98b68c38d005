import type { backupsContract } from '#shared/contract/backups.ts';
import type { Handlers } from '../context.ts';
import { backupsStatus, chooseSecondPlace, forgetSecondPlace, listAll, makeByHand } from './keep-backups.ts';
import { chooseFolder, previewRecovery, recoverNow, recoveryStatus } from './recovery.ts';
import { previewBackup, rehearseBackup } from './rehearse.ts';
import { restoreBackup } from './restore.ts';

export const backupsHandlers: Pick<Handlers, keyof typeof backupsContract> = {
  'backups.status': backupsStatus,
  'backups.list': listAll,
  'backups.make': makeByHand,
  'backups.choose-second-place': chooseSecondPlace,
  'backups.forget-second-place': forgetSecondPlace,
  'backups.rehearse': rehearseBackup,
  'backups.preview': previewBackup,
  'backups.restore': restoreBackup,
  'recovery.choose-folder': chooseFolder,
  'recovery.status': recoveryStatus,
  'recovery.preview': previewRecovery,
  'recovery.recover': recoverNow,
};
