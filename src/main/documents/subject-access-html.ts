import { escapeHtml as escape } from './escape-html.ts';

const STYLE = `
@page { size: A4; margin: 14mm 18mm 15mm 18mm; }
html { font: 10.5pt/1.3 Arial, "Liberation Sans", Helvetica, sans-serif; color: #000; }
body { margin: 0; }
h1 { font-size: 16pt; margin: 0 0 1mm; }
h2 { font-size: 12.5pt; margin: 6mm 0 1.5mm; border-bottom: 0.6pt solid #000; break-after: avoid; }
p { margin: 0 0 2mm; }
dl { margin: 0 0 3mm; padding-bottom: 2mm; border-bottom: 0.3pt solid #999; }
dl div { display: grid; grid-template-columns: 48mm 1fr; column-gap: 4mm; break-inside: avoid; }
dl div.long { display: block; break-inside: auto; margin: 1mm 0; }
dt { color: #333; }
dd { margin: 0; white-space: pre-line; overflow-wrap: anywhere; }
`;

interface Report {
  readonly name: string;
  readonly upn: string;
  readonly made: string;
  readonly sections: readonly {
    readonly title: string;
    readonly rows: readonly (readonly { readonly label: string; readonly words: string }[])[];
  }[];
}

/** Everything held about a pupil as one page of HTML for printing: plain words, everything escaped, nothing remote. */
export function subjectAccessHtml({ name, upn, made, sections }: Report): string {
  return [
    '<!doctype html>',
    '<html lang="en-GB"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escape(`Everything held about ${name}`)}</title><style>${STYLE}</style></head><body>`,
    `<h1>${escape(`Everything held about ${name}`)}</h1>`,
    `<p>UPN ${escape(upn)}. ${escape(made)}</p>`,
    '<p>This is all that the program has on record, also what does not count any more. Parts that are about other people, ' +
      'or that may be withheld by law, say so where they stand. The same is in the file everything-held.json, for another ' +
      'program to read.</p>',
    ...sections.flatMap(({ title, rows }) => [
      `<h2>${escape(title)}</h2>`,
      ...rows.map(
        (row) =>
          `<dl>${row
            .filter(({ words }) => words !== '')
            .map(
              ({ label, words }) =>
                `<div${words.length > 200 ? ' class="long"' : ''}><dt>${escape(label)}</dt><dd>${escape(words)}</dd></div>`,
            )
            .join('')}</dl>`,
      ),
    ]),
    '</body></html>',
  ].join('\n');
}
