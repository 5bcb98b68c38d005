import { senWords } from '#shared/text/pupil-words.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { ExcludedIcon, FlagIcon } from '../../ui/icons.ts';
import { DateText } from '../../ui/words/date-text.tsx';
import type { PupilFound } from './pupil-found.ts';

/** What must be known before anything is decided: out today, left, in care, special needs. */
export function PupilFlags({ pupil }: { readonly pupil: PupilFound['pupil'] }) {
  const { excludedToday, leavingDate, inCare, senProvision } = pupil;
  return (
    <>
      {excludedToday ? (
        <StatusTag tone="due" icon={ExcludedIcon}>
          Out today
        </StatusTag>
      ) : null}
      {leavingDate === undefined ? null : (
        <StatusTag tone="closed">
          Last day <DateText date={leavingDate} />
        </StatusTag>
      )}
      {inCare ? (
        <StatusTag tone="info" icon={FlagIcon}>
          In care
        </StatusTag>
      ) : null}
      {senProvision === undefined || senProvision === 'N' ? null : (
        <StatusTag tone="info" icon={FlagIcon}>
          {senWords(senProvision)}
        </StatusTag>
      )}
    </>
  );
}
