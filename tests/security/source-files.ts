import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface SourceFile {
  /** From the project's folder on, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** The product's own sources below a folder of it; tests beside them are not part of it. */
export const sourceFiles = (folder = 'src'): readonly SourceFile[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => join(folder, name))
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: withoutComments(readFileSync(path, 'utf8')) }));

/** Places where a pattern stands, as `path: what was found`. */
export const findIn = (files: readonly SourceFile[], pattern: RegExp): readonly string[] =>
  files.flatMap(({ path, text }) =>
    Array.from(text.matchAll(new RegExp(pattern, 'g')), ([found]) => `${path}: ${found}`),
  );

/** Words about a thing are not the thing. Strings are left as they are; none of ours holds what looks like a comment. */
const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/(^|\s)\/\/[^\n]*/g, '$1');
