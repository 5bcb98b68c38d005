import type {
  FigureReport,
  ReportBar,
  ReportCell,
  ReportColumn,
  ReportTable,
} from '../exchange/figure-report.ts';
import { escapeHtml } from './escape-html.ts';

/** A4 on its side: tables of years are wide. Only fonts of the system: nothing is loaded. */
const STYLE = `
@page { size: A4 landscape; margin: 12mm 14mm 14mm 14mm; }
html { font: 9.5pt/1.3 Arial, "Liberation Sans", Helvetica, sans-serif; color: #000; }
body { margin: 0; }
h1 { font-size: 15pt; margin: 0 0 1mm; }
h2 { font-size: 11.5pt; margin: 5mm 0 1.5mm; break-after: avoid; }
.made { margin: 0 0 3mm; color: #333; }
.note { margin: 0 0 1.5mm; color: #333; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 0.8mm 2mm; border-bottom: 0.4pt solid #999; text-align: left; vertical-align: top; }
th { border-bottom: 0.8pt solid #000; }
.n { text-align: right; white-space: nowrap; }
svg { display: block; width: 100%; break-inside: avoid; }
dl { margin: 0; }
dt { font-weight: bold; break-after: avoid; }
dd { margin: 0 0 1.5mm; }
`;

/** A report as one page of HTML for printing: tables, bars as a picture, what the figures mean. Nothing remote, no script. */
export function reportHtml(report: FigureReport, made: string): string {
  const { title, about, aboutTitle = 'What the figures mean', tables, bars } = report;
  return [
    '<!doctype html>',
    '<html lang="en-GB"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body>`,
    `<h1>${escapeHtml(title)}</h1><p class="made">${escapeHtml(made)}</p>`,
    ...(bars === undefined ? [] : [`<h2>${escapeHtml(bars.title)}</h2>`, barsSvg(bars.bars, bars.title)]),
    ...tables.map(tableHtml),
    `<h2>${escapeHtml(aboutTitle)}</h2>`,
    `<dl>${about.map(([heading, text]) => `<dt>${escapeHtml(heading)}</dt><dd>${escapeHtml(text)}</dd>`).join('')}</dl>`,
    '</body></html>',
  ].join('\n');
}

function tableHtml({ title, note, columns, rows }: ReportTable): string {
  const part = (tag: 'th' | 'td', texts: readonly string[]) =>
    texts
      .map((text, at) => `<${tag}${columns[at]?.numeric ? ' class="n"' : ''}>${escapeHtml(text)}</${tag}>`)
      .join('');
  return [
    `<h2>${escapeHtml(title)}</h2>`,
    ...(note === undefined ? [] : [`<p class="note">${escapeHtml(note)}</p>`]),
    `<table><thead><tr>${part(
      'th',
      columns.map(({ header }) => header),
    )}</tr></thead><tbody>`,
    ...rows.map(
      (row) =>
        `<tr>${part(
          'td',
          columns.map((column, at) => cellText(row[at] ?? null, column)),
        )}</tr>`,
    ),
    '</tbody></table>',
  ].join('\n');
}

function cellText(cell: ReportCell, { decimals }: ReportColumn): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  const text = Math.abs(cell).toLocaleString('en-GB', {
    ...(decimals === undefined ? {} : { minimumFractionDigits: decimals }),
    maximumFractionDigits: decimals ?? 1,
  });
  return cell < 0 ? `\u2212${text}` : text;
}

const WIDTH = 1000;
const LABEL = 250;
const LINE = 26;
const TEXT = 150;

/** Lying bars, each with its label and figure; a blank has no bar and says so. */
function barsSvg(bars: readonly ReportBar[], title: string): string {
  const most = Math.max(1, ...bars.map(({ value }) => value ?? 0));
  const lines = bars.map(({ label, value, text }, at) => {
    const [y, width] = [at * LINE, ((value ?? 0) / most) * (WIDTH - LABEL - TEXT)];
    return [
      `<text x="${LABEL - 8}" y="${y + 17}" text-anchor="end" font-size="14">${escapeHtml(label)}</text>`,
      `<rect x="${LABEL}" y="${y + 4}" width="${width.toFixed(1)}" height="${LINE - 8}" fill="#777" stroke="#000" stroke-width="0.5"/>`,
      `<text x="${(LABEL + width + 6).toFixed(1)}" y="${y + 17}" font-size="14">${escapeHtml(text)}</text>`,
    ].join('');
  });
  return `<svg viewBox="0 0 ${WIDTH} ${bars.length * LINE}" role="img" aria-label="${escapeHtml(title)}">${lines.join('')}</svg>`;
}
