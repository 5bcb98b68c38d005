/**
 * Makes the two files of resources/schools/ from the department's open data. Run by hand when a newer list is
 * published; nothing in the app needs it.
 *
 * Inputs (Department for Education, Open Government Licence v3.0), given as paths:
 *   1. the school data file 2017/18: AcademicYear,LA,LAEstab,SchoolName,URN (one row a school and number, the
 *      year being the last one the school was seen in);
 *   2. any local-authority level file of "Permanent and fixed-period exclusions in England" that carries
 *      old_la_code and la_name (for example "by reason", 2016/17).
 *
 * Use: node tools/build-national-schools.mjs <school-data.csv> <la-data.csv>
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { constants, brotliCompressSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

const [schoolPath, laPath] = process.argv.slice(2);
if (!schoolPath || !laPath) {
  console.error('Use: node tools/build-national-schools.mjs <school-data.csv> <la-data.csv>');
  process.exit(2);
}
const output = new URL('../resources/schools/', import.meta.url);

/** Known changes of the list of authorities after 2016/17, and the one code of 2017/18 with no name there. */
const LATER_AUTHORITIES = [
  ['702', "Service Children's Education (schools overseas)", ''],
  ['838', 'Dorset', '2019'],
  ['839', 'Bournemouth, Christchurch and Poole', '2019'],
];

/** Typing artefacts of the source: doubled spaces, a backtick for an apostrophe, a backslash for a slash. */
const cleanName = (name) =>
  name.replaceAll('`', "'").replaceAll('\\', '/').replaceAll('_', ' ').replace(/\s+/g, ' ').trim();

const rows = parse(readFileSync(schoolPath), { columns: true, bom: true });
const faults = { laEstab: 0, urn: 0, name: 0, repeated: 0 };
const byNumber = new Map();
for (const row of rows) {
  const name = cleanName(row.SchoolName ?? '');
  if (!/^\d{7}$/.test(row.LAEstab) || row.LA !== row.LAEstab.slice(0, 3)) {
    faults.laEstab += 1;
    continue;
  }
  if (name === '') {
    faults.name += 1;
    continue;
  }
  const hasUrn = /^\d{6}$/.test(row.URN);
  if (!hasUrn) faults.urn += 1;
  const line = { laEstab: row.LAEstab, urn: hasUrn ? row.URN : '', year: row.AcademicYear.slice(0, 4), name };
  const earlier = byNumber.get(line.laEstab);
  if (earlier) faults.repeated += 1;
  if (!earlier || earlier.year < line.year) byNumber.set(line.laEstab, line);
}
const schools = [...byNumber.values()].toSorted((a, b) => (a.laEstab < b.laEstab ? -1 : 1));
const newest = schools.reduce((year, school) => (school.year > year ? school.year : year), '');
const header = ['first-day-schools', '1', String(schools.length), newest].join('\t');
const body = schools.map((school) => [school.laEstab, school.urn, school.year, school.name].join('\t'));
const text = [header, ...body].join('\n') + '\n';
const packed = brotliCompressSync(Buffer.from(text), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 },
});
writeFileSync(new URL('national-schools.tsv.br', output), packed);

const authorities = new Map();
for (const row of parse(readFileSync(laPath), { columns: true, bom: true })) {
  if (/^\d{3}$/.test(row.old_la_code)) authorities.set(row.old_la_code, [row.old_la_code, row.la_name, '']);
}
for (const line of LATER_AUTHORITIES) if (!authorities.has(line[0])) authorities.set(line[0], line);
const unnamed = new Set(
  schools.map((school) => school.laEstab.slice(0, 3)).filter((code) => !authorities.has(code)),
);
const list = [...authorities.values()].toSorted((a, b) => (a[0] < b[0] ? -1 : 1));
writeFileSync(
  new URL('local-authorities.tsv', output),
  ['code\tname\tsince', ...list.map((line) => line.join('\t'))].join('\n') + '\n',
);

const used = new Set(schools.map((school) => school.urn)).size;
console.log(
  `${rows.length} rows read, ${schools.length} schools written (${used} different URNs), ${packed.length} bytes.`,
);
console.log(
  `Left out or mended: ${JSON.stringify(faults)}. Authorities: ${list.length}; without a name: ${[...unnamed].join(' ')}.`,
);
