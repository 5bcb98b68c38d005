import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { RETURN_RULES, RULES_ELSEWHERE } from '#shared/domain/returns/rules.ts';
import { VERDICT_RULES } from '#shared/domain/returns/verdict.ts';

const rows = readFileSync('docs/returns.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

it('every check has its row in docs/returns.md, with its kind', () => {
  const documented = new Set(rows.map(([, id, kind]) => `${id} ${kind}`.trim()));
  for (const { id, severity } of Object.values(RETURN_RULES))
    expect(documented).toContain(`${id} ${severity}`);
  for (const { id } of RULES_ELSEWHERE) expect(rows.map(([, number]) => number)).toContain(id);
});

it('every verdict has its row, under its name', () => {
  const names = rows.map(([, , name]) => name);
  for (const rule of VERDICT_RULES) expect(names).toContain(`\`${rule}\``);
});
