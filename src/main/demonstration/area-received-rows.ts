import { writeCensusXml } from '../exchange/census-xml.ts';
import type { ReturnDocument } from '../exchange/return-document.ts';
import { receivedRows } from '../exchange/received-rows.ts';
import { sha256 } from '../exchange/sha256.ts';
import type { AreaReturn } from './returns-of.ts';

/** A return of the area as the authority would have kept it, with the fingerprint of the file it would have come in. */
export function areaReceivedRows(
  { schoolName, document }: AreaReturn,
  place: number,
  receivedBy: string,
): ReturnType<typeof receivedRows> {
  const xml = writeCensusXml(document);
  if (!xml.ok) throw new Error('the demonstration wrote characters that XML cannot hold');
  return receivedRows(document, {
    id: `demonstration-return-${place}`,
    schoolName,
    format: 'census-xml',
    fileName: returnFileName(document, 'xml'),
    sha256: sha256(Buffer.from(xml.value, 'utf8')),
    receivedBy,
    signedBy: null,
    receivedAt: `${document.createdAt ?? document.referenceDate}Z`,
  });
}

/** A return of a year before the area's own, as the authority would have kept it. */
export function earlierReceivedRows(
  document: ReturnDocument,
  place: number,
  receivedBy: string,
): ReturnType<typeof receivedRows> {
  const { school, period, createdAt = '' } = document;
  return receivedRows(document, {
    id: `demonstration-earlier-${place}`,
    schoolName: school.name ?? school.estab,
    format: 'csv',
    fileName: `${school.la}${school.estab}_exclusions_${period.from.slice(0, 4)}.csv`,
    sha256: sha256(Buffer.from(JSON.stringify(document), 'utf8')),
    receivedBy,
    signedBy: null,
    receivedAt: `${createdAt}Z`,
  });
}

/** Name of a school's file for one census, e.g. `9994001_exclusions_SPR2026_001.xml`. */
export const returnFileName = (
  { school, period: { term, year }, serialNo = '001' }: AreaReturn['document'],
  extension: 'xml' | 'csv',
): string => `${school.la}${school.estab}_exclusions_${term}${year}_${serialNo}.${extension}`;
