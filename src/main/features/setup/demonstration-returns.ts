import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { countReturn } from '#shared/domain/returns/count-return.ts';
import { periodName } from '#shared/text/period-words.ts';
import { returnFileName } from '../../demonstration/area-received-rows.ts';
import type { AreaReturn } from '../../demonstration/returns-of.ts';
import type { DemonstrationArea } from '../../demonstration/types.ts';
import { returnedExclusions } from '../../exchange/returned-exclusions.ts';
import { makeSealKey } from '../../exchange/seal-keys.ts';
import { sha256 } from '../../exchange/sha256.ts';
import { makeSigningKey } from '../../exchange/signing-keys.ts';
import { insertSealKey, type SealKeyRow } from '../../storage/repositories/seal-keys.ts';
import { insertReceipt } from '../../storage/repositories/returns.ts';
import { writeExplanation } from '../../storage/repositories/return-explanations.ts';
import type { Db } from '../../storage/store.ts';

interface Invented {
  readonly area: DemonstrationArea;
  readonly schoolId: string;
  /** Returns of earlier censuses, the oldest first. */
  readonly earlier: readonly AreaReturn[];
  /** A permanent exclusion that is not final. */
  readonly permanentId: string | undefined;
}

const BY = 'Demonstration';

/**
 * What the school has made of returns before: one of the last census and the version that corrected it, and a query that
 * it has explained; and the keys of sealed returns on both sides. Keys are drawn by lot, as no others would be safe.
 */
export async function addDemonstrationReturns(
  db: Db,
  { area, schoolId, earlier, permanentId }: Invented,
): Promise<void> {
  const home = area.homeSchool.school.laEstab;
  const last = earlier.findLast(({ laEstab, document }) => laEstab === home && document.pupils.length > 1);
  if (last) await addVersions(db, schoolId, last.document);
  if (permanentId !== undefined) {
    await writeExplanation(db, {
      exclusionId: permanentId,
      rule: 'X10',
      explanation: 'The governors meet next week. We return it and send another version if they reinstate.',
      explainedBy: BY,
      explainedAt: `${area.today}T09:20:00.000Z`,
    });
  }
  await addKeys(db, area);
}

/** The first version lacked the last pupil and had one length wrong; the second put both right. */
async function addVersions(db: Db, schoolId: string, document: AreaReturn['document']): Promise<void> {
  const { period, referenceDate } = document;
  const [first, ...others] = document.pupils;
  if (!first) return;
  const short = {
    ...first,
    exclusions: first.exclusions.map((one) =>
      one.sessions === undefined ? one : { ...one, sessions: one.sessions + 1 },
    ),
  };
  const versions = [
    { ...document, serialNo: '001', pupils: [short, ...others.slice(0, -1)] },
    { ...document, serialNo: '002' },
  ];
  for (const [at, version] of versions.entries()) {
    const fileName = returnFileName(version, 'xml');
    await insertReceipt(db, {
      id: `demo-return-${at + 1}`,
      schoolId,
      periodFrom: period.from,
      periodTo: period.to,
      periodName: periodName(period),
      periodKind: period.kind,
      version: at + 1,
      format: 'census-xml',
      fileName,
      sha256: sha256(Buffer.from(JSON.stringify(version), 'utf8')),
      nil: false,
      counts: countReturn(version.pupils),
      exportedBy: BY,
      exportedAt: `${referenceDate}T1${at}:05:00.000Z`,
      document: returnedExclusions(version),
      sealedFor: null,
    });
  }
}

/** The authority's key, our own school's, and a school's that somebody confirmed, one that nobody has, and one that changed. */
async function addKeys(db: Db, { la, schools, today }: DemonstrationArea): Promise<void> {
  const row = (
    id: string,
    key: Pick<SealKeyRow, 'holder' | 'code' | 'publicKey'> & Partial<SealKeyRow>,
    day: IsoDate = today,
  ): SealKeyRow => ({
    id: `demo-key-${id}`,
    secretKey: null,
    addedBy: BY,
    addedAt: `${day}T08:00:00.000Z`,
    confirmedBy: null,
    retiredAt: null,
    ...key,
  });
  await insertSealKey(db, row('authority', { holder: 'authority', code: la.code, ...(await makeSealKey()) }));
  const [home, confirmed, fresh, changed] = schools;
  const keyOf = ({ laEstab }: { readonly laEstab: string }) => ({
    holder: 'school' as const,
    code: laEstab,
    publicKey: makeSigningKey().publicKey,
  });
  if (home) {
    await insertSealKey(db, row('0', { holder: 'school', code: home.laEstab, ...makeSigningKey() }));
  }
  if (confirmed) await insertSealKey(db, row('1', { ...keyOf(confirmed), confirmedBy: BY }));
  if (fresh) await insertSealKey(db, row('2', keyOf(fresh)));
  if (changed) {
    await insertSealKey(db, row('3', { ...keyOf(changed), confirmedBy: BY }));
    await insertSealKey(db, row('4', keyOf(changed)));
  }
}
