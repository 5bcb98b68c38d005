import type { LetterBlock } from '#shared/domain/letters/types.ts';
import { escapeHtml as escape } from './escape-html.ts';
import { lineText, type LetterDocument } from './letter-document.ts';

/** A4; the margins leave the foot to the page numbers. Only fonts of the system: nothing is loaded. */
const STYLE = `
@page { size: A4; margin: 11mm 19mm 13mm 19mm; }
html { font: 11pt/1.21 Arial, "Liberation Sans", Helvetica, sans-serif; color: #000; }
body { margin: 0; }
header { text-align: right; border-bottom: 0.6pt solid #000; padding-bottom: 1.5mm; margin-bottom: 4mm; }
header .school { font-size: 14pt; font-weight: bold; margin: 0 0 0.5mm; }
header .line { font-size: 9pt; margin: 0; }
h1 { font-size: 11.5pt; margin: 0 0 1.7mm; break-after: avoid; }
p, ul { margin: 0 0 1.7mm; }
p { white-space: pre-line; orphans: 2; widows: 2; }
ul { padding-left: 5mm; break-inside: avoid; }
ul + ul { margin-top: -1.3mm; }
p.before-list { margin-bottom: 0.6mm; break-after: avoid; }
p:has(+ .signature) { break-after: avoid; }
.address, .date { margin-bottom: 3mm; }
.address p, .signature p { margin: 0; }
.signature { break-inside: avoid; margin-top: 3mm; }
.signature .space { height: 5.5mm; }
article + article { break-before: page; }
`;

/** The whole letter as one HTML page for printing: English, titled, everything escaped, nothing remote, no script. */
export const letterHtml = (letter: LetterDocument): string => page(letter.title, letterParts(letter));

/** Many letters as one HTML page for printing, each from a new sheet on. */
export const lettersHtml = (title: string, letters: readonly LetterDocument[]): string =>
  page(
    title,
    letters.flatMap((letter) => ['<article>', ...letterParts(letter), '</article>']),
  );

function letterParts({ letterhead, blocks }: LetterDocument): readonly string[] {
  const body = blocks.map((block, at, all) => blockHtml(block, all[at + 1]));
  return [
    `<header><p class="school">${escape(letterhead.schoolName)}</p>`,
    `<p class="line">${letterhead.lines.map(escape).join(' &middot; ')}</p></header>`,
    `<main>${body.join('\n')}</main>`,
  ];
}

function page(title: string, parts: readonly string[]): string {
  return [
    '<!doctype html>',
    '<html lang="en-GB"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escape(title)}</title><style>${STYLE}</style></head><body>`,
    ...parts,
    '</body></html>',
  ].join('\n');
}

function blockHtml({ kind, lines }: LetterBlock, next: LetterBlock | undefined): string {
  const texts = lines.map((line) => escape(lineText(line)));
  switch (kind) {
    case 'heading':
      return texts.map((text) => `<h1>${text}</h1>`).join('');
    case 'bullets':
      return `<ul>${texts.map((text) => `<li>${text}</li>`).join('')}</ul>`;
    case 'paragraph': {
      const start = next?.kind === 'bullets' ? '<p class="before-list">' : '<p>';
      return texts.map((text) => `${start}${text}</p>`).join('');
    }
    default:
      return `<div class="${kind}">${texts
        .map((text) => (text === '' ? '<div class="space"></div>' : `<p>${text}</p>`))
        .join('')}</div>`;
  }
}
