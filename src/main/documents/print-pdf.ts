import { BrowserWindow, session } from 'electron';
import { randomUUID } from 'node:crypto';

/** A letter is a page or two; longer than this something is wrong. */
const TIME_LIMIT = 30_000;

const FOOTER =
  '<div style="width:100%;text-align:center;font:8pt Arial,sans-serif;color:#444">' +
  'Page <span class="pageNumber"></span> of <span class="totalPages"></span></div>';

/**
 * Prints an HTML page as a tagged PDF in a hidden, sandboxed window of its own: no script, no disk, no network, a session
 * that is forgotten afterwards. The window is closed whatever happens. Throws when it takes longer than the time limit.
 */
export async function printPdf(html: string): Promise<Uint8Array> {
  // Permissions, devices and downloads are denied to every session as it is made (app/deny-everything.ts).
  const own = session.fromPartition(`letter-${randomUUID()}`, { cache: false });
  own.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !details.url.startsWith('data:text/html') }),
  );
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      images: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  });
  let limit: NodeJS.Timeout | undefined;
  try {
    const tooLong = new Promise<never>((_resolve, reject) => {
      limit = setTimeout(() => reject(new Error('Printing took too long')), TIME_LIMIT);
    });
    return await Promise.race([print(window, html), tooLong]);
  } finally {
    clearTimeout(limit);
    window.destroy();
  }
}

async function print(window: BrowserWindow, html: string): Promise<Uint8Array> {
  const page = Buffer.from(html, 'utf8').toString('base64');
  await window.loadURL(`data:text/html;charset=utf-8;base64,${page}`);
  return window.webContents.printToPDF({
    pageSize: 'A4',
    preferCSSPageSize: true,
    printBackground: false,
    generateTaggedPDF: true,
    generateDocumentOutline: false,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: FOOTER,
  });
}
