import { escapeXml } from './xml-escape.ts';

/** An element with text, or with elements inside; undefined ones are left out. */
export type Part = readonly [name: string, content: string | readonly (Part | undefined)[]] | undefined;

/** The document: UTF-8, LF line ends, two spaces a level; always the same text for the same parts. */
export const renderXml = (root: Part): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${render(root, '')}`;

function render(part: Part, indent: string): string {
  if (part === undefined) return '';
  const [name, content] = part;
  if (typeof content === 'string') return `${indent}<${name}>${escapeXml(content)}</${name}>\n`;
  const inside = content.map((one) => render(one, `${indent}  `)).join('');
  return inside === '' ? `${indent}<${name}/>\n` : `${indent}<${name}>\n${inside}${indent}</${name}>\n`;
}

/** An element that is left out where there is nothing to say. */
export const optional = (name: string, text: string | number | boolean | undefined): Part =>
  text === undefined || text === '' ? undefined : [name, String(text)];

/** An element around others that is left out where all of them are. */
export const group = (name: string, parts: readonly Part[]): Part =>
  parts.every((one) => one === undefined) ? undefined : [name, parts];
