import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openTestApp } from '../../builders/app.ts';
import { PUPILS, exclusionId, fillBook } from '../support/area-week.ts';
import { APPS, withWindow, type OpenWindow } from '../support/electron-window.ts';
import { budget, measured, measurement, type Bench } from '../support/measurement.ts';
import { openRaw } from '../support/raw-database.ts';
import { takeTurns } from '../support/take-turns.ts';
import { withFolder } from '../support/temporary-folder.ts';

const ROWS = 60;
const CELLS = 600;
/** Frames watched while the board scrolls down and up again. */
const FRAMES = 120;
/** A frame of a screen of 60 Hz lasts 16.7 ms; one that took longer than this was missed by the screen. */
const LATE = 25;

/** The board in the window at 1366 x 768: how soon it is drawn, and whether it scrolls without a missed frame. */
export const boardWindow: Bench = {
  name: 'board-window',
  run: () =>
    withFolder(async (folder) => {
      const data = { firstDay: await bookData(folder), bare: join(folder, 'bare') };
      mkdirSync(data.bare);
      return withWindow(APPS.firstDay, data.firstDay, (ours) =>
        withWindow(APPS.bare, data.bare, (bare) => measure(ours, bare)),
      );
    }),
};

async function measure(ours: OpenWindow, bare: OpenWindow) {
  for (const { app } of [ours, bare]) {
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768));
  }
  let pupil = 0;
  const samples = await takeTurns(
    [
      async () => {
        // Another pupil each time: the answer about one is kept for a while.
        pupil = (pupil + 1) % PUPILS;
        await inFront(ours);
        const drawn = await ours.page.evaluate(drawBoard, [exclusionId(pupil), CELLS] as const);
        return { drawn, ...namedFrames('board', await scroll(ours.page, '[role="grid"]')) };
      },
      async () => {
        await inFront(bare);
        const table = await bare.page.evaluate(drawTable, [ROWS, CELLS / ROWS] as const);
        return { table, ...namedFrames('bare', await scroll(bare.page, 'table')) };
      },
    ],
    { warmUps: 2, rounds: 15, limit: 90 },
  );
  const name = 'board-window: 60 providers, 10 sessions, 400 places';
  const table = measured('a bare table of that size in a bare window', samples('table'));
  return [
    measurement(`${name}, drawn`, 'ms', samples('drawn'), budget('a budget of 200 ms', 200)),
    measurement(`${name}, drawn`, 'ms', samples('drawn'), table),
    measurement(
      `${name}, a frame while scrolling`,
      'ms',
      samples('board median'),
      measured('the bare table', samples('bare median')),
    ),
    measurement(
      `${name}, longest frame while scrolling`,
      'ms',
      samples('board longest'),
      measured('the bare table', samples('bare longest')),
    ),
    measurement(
      `${name}, frames of ${String(FRAMES)} over ${String(LATE)} ms`,
      'frames',
      samples('board late'),
      budget('a budget of 1 frame', 1),
    ),
  ];
}

const namedFrames = (of: string, { median, longest, late }: Awaited<ReturnType<typeof scroll>>) => ({
  [`${of} median`]: median,
  [`${of} longest`]: longest,
  [`${of} late`]: late,
});

const inFront = ({ app }: OpenWindow): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.focus());

/** A data folder of the window with the week of a large area in it. */
async function bookData(folder: string): Promise<string> {
  const data = join(folder, 'area');
  mkdirSync(data);
  const app = openTestApp('2025-11-12');
  try {
    await fillBook(app);
    const { location } = app.services.store;
    const database = openRaw(location);
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.close();
    copyFileSync(location, join(data, 'first-day.db'));
    return data;
  } finally {
    await app.close();
  }
}

/** Runs in the page: from another screen to the board with a pupil picked, until it has been shown; in milliseconds. */
async function drawBoard([exclusion, cells]: readonly [string, number]): Promise<number> {
  const until = async (holds: () => boolean) => {
    const limit = performance.now() + 20_000;
    while (!holds()) {
      if (performance.now() > limit) throw new Error('The board was not drawn.');
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  };
  location.hash = '#/pupils';
  await until(
    () => document.querySelector('[role="grid"]') === null && document.querySelector('h1') !== null,
  );
  await new Promise((resolve) => setTimeout(resolve, 200));
  const start = performance.now();
  location.hash = `#/places?exclusion=${exclusion}`;
  await until(() => {
    const drawn = document.querySelectorAll('[role="grid"] td');
    return drawn.length >= cells && [...drawn].some((cell) => cell.textContent === 'Booked');
  });
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return performance.now() - start;
}

/** Runs in the bare page: a table with as many cells and words, until it has been shown. */
async function drawTable([rows, columns]: readonly [number, number]): Promise<number> {
  document.querySelector('div')?.remove();
  const start = performance.now();
  const frame = document.createElement('div');
  frame.style.cssText = 'height: 430px; overflow: auto';
  const cells = '<td style="height: 36px; width: 64px">7 of 8</td>'.repeat(columns);
  frame.innerHTML = `<table>${`<tr><th>Provider</th>${cells}</tr>`.repeat(rows)}</table>`;
  document.body.append(frame);
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return performance.now() - start;
}

/** Scrolls what holds the table, a step every frame, and looks at the time between frames. */
async function scroll(page: Page, table: string) {
  const deltas = await page.evaluate(
    async ([selector, frames]) => {
      const frame = document.querySelector(selector)?.parentElement;
      if (!frame || frame.scrollHeight <= frame.clientHeight) throw new Error('Nothing scrolls.');
      const taken: number[] = [];
      const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      let last = await nextFrame();
      for (let at = 0; at < frames; at += 1) {
        frame.scrollTop += at < frames / 2 ? 24 : -24;
        const now = await nextFrame();
        taken.push(now - last);
        last = now;
      }
      return taken;
    },
    [table, FRAMES] as const,
  );
  const sorted = deltas.toSorted((a, b) => a - b);
  return {
    median: sorted[Math.floor(sorted.length / 2)] ?? 0,
    longest: sorted.at(-1) ?? 0,
    late: deltas.filter((delta) => delta > LATE).length,
  };
}
