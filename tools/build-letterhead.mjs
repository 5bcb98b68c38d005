// Writes resources/letters/letterhead.docx, the Word template of letters, from the parts below: `node tools/build-letterhead.mjs`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PizZip from 'pizzip';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A paragraph of a style with text in it. */
const p = (style, text) =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A block's paragraph between its opening and closing tags, which take their own paragraphs away. */
const block = (tag, style) => p('Normal', `{#${tag}}`) + p(style, '{line}') + p('Normal', `{/${tag}}`);

const field = (code) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r>` +
  '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
const said = (text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

const document = `${HEAD}<w:document ${W} ${R}><w:body>${p('Normal', '{#blocks}')}${block('address', 'Address')}${block('date', 'LetterDate')}${block('heading', 'Heading1')}${block('paragraph', 'Normal')}${block('bullets', 'ListBullet')}${block('signature', 'Signature')}${p('Normal', '{/blocks}')}<w:sectPr><w:headerReference w:type="first" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="first" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="964" w:right="1077" w:bottom="850" w:left="1077" w:header="567" w:footer="397" w:gutter="0"/><w:titlePg/></w:sectPr></w:body></w:document>`;

const style = (id, name, paragraph, run = '', based = 'Normal') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${based ? `<w:basedOn w:val="${based}"/>` : ''}<w:qFormat/>` +
  `<w:pPr>${paragraph}</w:pPr>${run ? `<w:rPr>${run}</w:rPr>` : ''}</w:style>`;

const styles = `${HEAD}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="96" w:line="250" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>${[
  style('Heading1', 'heading 1', '<w:keepNext/><w:outlineLvl w:val="0"/>', '<w:b/><w:sz w:val="23"/>'),
  style('Address', 'Address', '<w:spacing w:after="0"/>'),
  style('LetterDate', 'Letter Date', '<w:spacing w:before="160" w:after="160"/>'),
  style(
    'ListBullet',
    'List Bullet',
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:spacing w:after="96"/><w:ind w:left="357" w:hanging="357"/><w:contextualSpacing/>',
  ),
  style('Signature', 'Signature', '<w:keepNext/><w:keepLines/><w:spacing w:after="20"/>'),
  style(
    'Letterhead',
    'Letterhead',
    '<w:spacing w:after="40"/><w:jc w:val="right"/>',
    '<w:b/><w:sz w:val="30"/>',
  ),
  style(
    'LetterheadLine',
    'Letterhead Line',
    '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="4" w:color="000000"/></w:pBdr><w:spacing w:after="200"/><w:jc w:val="right"/>',
    '<w:sz w:val="18"/>',
  ),
  style('Footer', 'footer', '<w:spacing w:after="0"/><w:jc w:val="center"/>', '<w:sz w:val="16"/>'),
].join('')}</w:styles>`;

const numbering = `${HEAD}<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="\u2022"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="357" w:hanging="357"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;

const header = `${HEAD}<w:hdr ${W}>${p('Letterhead', '{schoolName}')}${p('LetterheadLine', '{schoolLines}')}</w:hdr>`;
const footer = `${HEAD}<w:ftr ${W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${said('Page ')}${field('PAGE')}${said(' of ')}${field('NUMPAGES')}</w:p></w:ftr>`;
const settings = `${HEAD}<w:settings ${W}><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-GB"/></w:settings>`;
const core = `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>`;

const types = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
  ['word/document.xml', `${WORD}.document.main+xml`],
  ['word/styles.xml', `${WORD}.styles+xml`],
  ['word/numbering.xml', `${WORD}.numbering+xml`],
  ['word/settings.xml', `${WORD}.settings+xml`],
  ['word/header1.xml', `${WORD}.header+xml`],
  ['word/footer1.xml', `${WORD}.footer+xml`],
  ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
]
  .map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`)
  .join('')}</Types>`;

const relations = (entries) =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${entries
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const parts = {
  '[Content_Types].xml': types,
  '_rels/.rels': relations([
    ['rId1', `${OFFICE}/officeDocument`, 'word/document.xml'],
    ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
  ]),
  'docProps/core.xml': core,
  'word/document.xml': document,
  'word/_rels/document.xml.rels': relations([
    ['rId1', `${OFFICE}/styles`, 'styles.xml'],
    ['rId2', `${OFFICE}/numbering`, 'numbering.xml'],
    ['rId3', `${OFFICE}/header`, 'header1.xml'],
    ['rId4', `${OFFICE}/footer`, 'footer1.xml'],
    ['rId5', `${OFFICE}/settings`, 'settings.xml'],
  ]),
  'word/styles.xml': styles,
  'word/numbering.xml': numbering,
  'word/settings.xml': settings,
  'word/header1.xml': header,
  'word/footer1.xml': footer,
};

const zip = new PizZip();
// A fixed date: the same parts always give the same file.
const date = new Date('2000-01-01T00:00:00Z');
for (const [name, text] of Object.entries(parts)) zip.file(name, text, { date, createFolders: false });
const target = join(import.meta.dirname, '..', 'resources', 'letters', 'letterhead.docx');
writeFileSync(target, zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' }));
