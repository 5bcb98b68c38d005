import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Letters of fewer would be met by chance in a hundred megabytes of encrypted pages. */
const LEAST = 7;

/**
 * Which of the texts stand in clear in any file of the folder, in UTF-8 or UTF-16, in any case: `file: text`. Texts of
 * fewer than seven letters or figures are not looked for.
 */
export function findClearText(folder: string, texts: Iterable<string>): readonly string[] {
  const byStart = new Map<string, string[]>();
  for (const text of new Set(
    [...texts].map((one) => Buffer.from(one.toLowerCase(), 'utf8').toString('latin1')),
  )) {
    if (text.length < LEAST) continue;
    const start = text.slice(0, LEAST);
    byStart.set(start, [...(byStart.get(start) ?? []), text]);
  }
  const found: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    // Every second byte of UTF-16 is the text in Latin letters; it may begin at an even or an odd one.
    for (const view of [bytes, everySecond(bytes, 0), everySecond(bytes, 1)]) {
      const content = view.toString('latin1').toLowerCase();
      for (const run of content.matchAll(/[\x20-\x7E\x80-\xFF]{7,}/g)) {
        for (let at = 0; at + LEAST <= run[0].length; at += 1) {
          const hits = byStart
            .get(run[0].slice(at, at + LEAST))
            ?.filter((text) => run[0].startsWith(text, at));
          if (hits) found.push(...hits.map((text) => `${path}: ${text}`));
        }
      }
    }
  }
  return [...new Set(found)];
}

const everySecond = (bytes: Buffer, from: number): Buffer => {
  const half = Buffer.alloc(Math.floor((bytes.length - from + 1) / 2));
  for (let at = 0; at < half.length; at += 1) half[at] = bytes[from + at * 2] ?? 0;
  return half;
};
