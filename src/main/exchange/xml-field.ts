import type { RawField } from './pupil-check.ts';
import type { XmlNode } from './xml-tree.ts';
import { descend } from './xml-tree.ts';

/** The value at a path below an element, and where to point when it is wrong; `base` is the path of the element. */
export function xmlField(node: XmlNode, path: readonly string[], base: string): RawField {
  const found = descend(node, ...path);
  return { text: found?.text, line: found?.line ?? node.line, element: [base, ...path].join('/') };
}

/** The first of several places that holds text. */
export function firstField(node: XmlNode, paths: readonly (readonly string[])[], base: string): RawField {
  const all = paths.map((path) => xmlField(node, path, base));
  return (
    all.find((one) => (one.text ?? '') !== '') ??
    all[0] ?? { text: undefined, line: node.line, element: base }
  );
}
