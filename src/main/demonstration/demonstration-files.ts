import { writeCensusXml } from '../exchange/census-xml.ts';
import { writeReturnCsv } from '../exchange/return-csv.ts';
import { returnFileName } from './area-received-rows.ts';
import { returnsOf } from './returns-of.ts';
import type { DemonstrationArea } from './types.ts';

/** Every fourth school sends CSV, as some do. */
const CSV_EVERY = 4;

/**
 * A folder as it reaches an authority: the latest census of the area's schools, most as census XML and some as CSV,
 * one file sent twice under another name and one cut short on its way.
 */
export function demonstrationFiles(
  area: DemonstrationArea,
): readonly { readonly name: string; readonly text: string }[] {
  const { received } = returnsOf(area);
  const latest = received.at(-1)?.census;
  const files = received
    .filter(({ census }) => census.term === latest?.term && census.year === latest.year)
    .map(({ document }, at) => {
      const csv = at % CSV_EVERY === CSV_EVERY - 1;
      const written = csv ? writeReturnCsv(document) : writeCensusXml(document);
      if (!written.ok) throw new Error('the demonstration wrote characters that a file cannot hold');
      return { name: returnFileName(document, csv ? 'csv' : 'xml'), text: written.value };
    });
  const [first, second, ...rest] = files;
  if (!first || !second) return files;
  return [
    first,
    { name: `Copy of ${first.name}`, text: first.text },
    { name: second.name, text: second.text.slice(0, Math.floor(second.text.length * 0.6)) },
    ...rest,
  ];
}
