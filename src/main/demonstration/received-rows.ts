import { countReturn } from '#shared/domain/returns/count-return.ts';
import { writeCensusXml } from '../exchange/census-xml.ts';
import { periodName } from '../exchange/period-name.ts';
import { sha256 } from '../exchange/sha256.ts';
import type { ReceivedExclusion, ReceivedReturn } from '../storage/repositories/received-returns.ts';
import type { AreaReturn } from './returns-of.ts';

/** A return of the area as the authority would have kept it, with the fingerprint of the file it would have come in. */
export function receivedRows(
  { laEstab, schoolName, document }: AreaReturn,
  place: number,
  receivedBy: string,
): { readonly received: ReceivedReturn; readonly exclusions: readonly ReceivedExclusion[] } {
  const xml = writeCensusXml(document);
  if (!xml.ok) throw new Error('the demonstration wrote characters that XML cannot hold');
  const id = `demonstration-return-${place}`;
  const createdAt = document.createdAt ?? document.referenceDate;
  return {
    received: {
      id,
      laEstab,
      schoolName,
      periodFrom: document.period.from,
      periodTo: document.period.to,
      periodName: periodName(document),
      format: 'census-xml',
      fileName: returnFileName(document, 'xml'),
      sha256: sha256(Buffer.from(xml.value, 'utf8')),
      createdAt,
      nil: document.nil,
      current: true,
      counts: countReturn(document.pupils),
      receivedBy,
      receivedAt: `${createdAt}Z`,
    },
    exclusions: document.pupils
      .flatMap((pupil) => pupil.exclusions.map((exclusion) => ({ pupil, exclusion })))
      .map(({ pupil, exclusion }, position) => ({
        returnId: id,
        position,
        upn: pupil.upn,
        surname: pupil.surname,
        forename: pupil.forename,
        sex: pupil.sex,
        dob: pupil.dob,
        ncYear: pupil.ncYear ?? null,
        onRoll: pupil.onRoll,
        category: exclusion.category,
        reasons: exclusion.reasons,
        startDate: exclusion.startDate,
        sessions: exclusion.sessions ?? null,
        inCare: exclusion.inCare ?? null,
        senProvision: exclusion.senProvision ?? null,
      })),
  };
}

/** Name of a school's file for one census, e.g. `9994001_exclusions_SPR2026_001.xml`. */
export const returnFileName = (
  { school, term, year, serialNo = '001' }: AreaReturn['document'],
  extension: 'xml' | 'csv',
): string => `${school.la}${school.estab}_exclusions_${term}${year}_${serialNo}.${extension}`;
