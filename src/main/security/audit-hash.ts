import { hash, randomBytes } from 'node:crypto';
import type { AuditRow } from '../storage/repositories/audit-rows.ts';
import { inChain } from '../storage/shared/audit-chain.ts';
import { canonicalJson } from './canonical-json.ts';

/** What the first row of a chain follows. */
export const CHAIN_START = '0'.repeat(64);

/** Stands in every hash, so that another form of the rows can be told from this one one day. */
const FORM = 'first-day-audit-1';

const SALT_BYTES = 16;

/** Salts for as many rows, 32 hexadecimal digits each: nobody can guess an erased detail by trying likely ones. */
export function newSalts(count: number): readonly string[] {
  const all = randomBytes(SALT_BYTES * count).toString('hex');
  return Array.from({ length: count }, (_, at) => all.slice(at * SALT_BYTES * 2, (at + 1) * SALT_BYTES * 2));
}

/** SHA-256 of the salt and the canonical detail, hexadecimal. */
export const detailHashOf = (salt: string, detail: unknown): string =>
  hash('sha256', `${salt}${canonicalJson(detail)}`);

/** What the hash of a row covers beside the hash of the row before. */
export type HashedRow = Omit<AuditRow, 'detail' | 'salt' | 'prevHash' | 'hash'>;

/** SHA-256 of the previous row's hash and of this row, its detail through the detail's hash; hexadecimal. */
export const rowHashOf = (previous: string, row: HashedRow): string =>
  hash(
    'sha256',
    // A list has one order, so that this is canonical as it is.
    JSON.stringify([
      FORM,
      previous,
      inChain(row.id),
      row.at,
      row.userName,
      row.role,
      row.operation,
      row.subjectType,
      row.subjectId,
      row.userId,
      row.outcome,
      row.pupilId,
      row.detailHash,
    ]),
  );
