import { describe, expect, it } from 'vitest';
import { contract } from '../contract/contract.ts';
import { areaName, auditWords, hasAuditWords, outcomeName } from './audit-words.ts';

const recorded = Object.entries(contract).filter(
  ([, operation]) => operation.kind === 'command' || 'records' in operation,
);

describe('the words of the audit trail', () => {
  it('has a sentence for every operation that leaves rows', () => {
    expect(recorded.filter(([name]) => !hasAuditWords(name)).map(([name]) => name)).toEqual([]);
  });

  it('has a name for every area that leaves rows', () => {
    const areas = recorded.map(([name]) => name.split('.')[0] ?? '');
    expect([...new Set(areas)].filter((area) => areaName(area) === area)).toEqual([]);
  });

  it('says that a refused one was refused, and shows an unknown one as it is called', () => {
    expect(auditWords({ operation: 'exclusions.issue', outcome: 'done' })).toBe('issued an exclusion');
    expect(auditWords({ operation: 'exclusions.issue', outcome: 'refused' })).toBe(
      'was refused: issue an exclusion: from now on it counts',
    );
    expect(auditWords({ operation: 'calendar.get', outcome: 'refused' })).toMatch(
      /^was refused: the school’s/,
    );
    expect(auditWords({ operation: 'old.name', outcome: 'done' })).toBe('old.name');
    expect(outcomeName('left')).toBe('Taken out');
    expect(outcomeName('other')).toBe('other');
  });
});
