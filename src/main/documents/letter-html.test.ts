import { expect, it } from 'vitest';
import { letterHtml } from './letter-html.ts';

it('is a whole English page with a title, on which nothing that was typed is markup', () => {
  const html = letterHtml({
    title: 'Letter & <more>',
    letterhead: { schoolName: '<script>alert(1)</script>', lines: ['"a"'] },
    blocks: [
      { id: 'a', kind: 'heading', locked: true, lines: [[{ type: 'text', text: '<img src=x>' }]] },
      {
        id: 'b',
        kind: 'paragraph',
        locked: true,
        lines: [[{ type: 'gap', key: 'k', text: '', from: 'missing' }]],
      },
      {
        id: 'c',
        kind: 'bullets',
        locked: true,
        lines: [[{ type: 'gap', key: 'k', text: "it's </ul>", from: 'typed' }]],
      },
      { id: 'd', kind: 'signature', locked: true, lines: [[{ type: 'text', text: 'Yours' }], [], []] },
    ],
  });
  expect(html).toContain('<html lang="en-GB">');
  expect(html).toContain('<title>Letter &amp; &lt;more&gt;</title>');
  expect(html).toContain("default-src 'none'");
  expect(html).toContain('<h1>&lt;img src=x&gt;</h1>');
  expect(html).toContain('<p class="before-list">[…]</p>');
  expect(html).toContain('<li>it&#39;s &lt;/ul&gt;</li>');
  expect(html).not.toContain('<script');
  expect(html).not.toMatch(/https?:/);
});
