import { keyFingerprint } from '../../exchange/seal-keys.ts';
import type { Handler } from '../context.ts';
import { historyView } from './history-view.ts';
import { judgeFile, openTransferFile } from './open-transfer-file.ts';

/** The dry run of a pupil's file: nothing is kept, not even that its key was met. */
export const previewPupilFile: Handler<'transfer.preview'> = async (context, { fileId, ...chosen }) => {
  const file = await openTransferFile(context, fileId);
  if (!file.ok) return file;
  const judged = await context.read((db) => judgeFile(db, file.value, chosen, context.clock.today()));
  if (!judged.ok) return judged;
  const { contents, signedBy, sha256, name } = file.value;
  const { pupil, standing, there, outcome, plan } = judged.value;
  const { school, history } = contents;
  return {
    ok: true,
    value: {
      fileName: name,
      sha256,
      from: { ...school, madeAt: history.madeAt },
      pupil: { id: pupil.id, name: `${pupil.forename} ${pupil.surname}`, upn: pupil.upn, dob: pupil.dob },
      key: { fingerprint: keyFingerprint(signedBy), standing },
      outcome,
      ...(there === undefined || outcome === 'same' ? {} : { replaces: { madeAt: there.history.madeAt } }),
      terms: [...plan.terms],
      typed: [...plan.typed],
      history: historyView(history),
    },
  };
};
