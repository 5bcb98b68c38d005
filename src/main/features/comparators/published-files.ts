import { refuse } from '#shared/kernel/result.ts';
import { LAYOUTS } from '../../exchange/published/layouts.ts';
import { linesOf, listPublished, removePublishedFile } from '../../storage/repositories/published.ts';
import type { Handler } from '../context.ts';

export const publishedFiles: Handler<'authority.published'> = ({ read }) =>
  read(async (db) => ({
    ok: true,
    value: {
      files: (await listPublished(db)).map((file) => ({
        ...file,
        layout: layoutName(file.layout),
        levels: [...file.levels],
      })),
    },
  }));

export const removePublished: Handler<'authority.remove-published'> = ({ change }, { id }) =>
  change(async (db) => {
    const removed = await removePublishedFile(db, id);
    if (!removed) return refuse('not-found', 'This file is not here any more. Nothing was changed.');
    const { fileName, sha256, layout, lines } = removed;
    return {
      ok: true,
      value: {
        value: {},
        audit: { subjectType: 'published-file', subjectId: id, detail: { fileName, sha256, layout, lines } },
      },
    };
  });

/** Figures exactly as published; of the file imported last first. */
export const publishedFigures: Handler<'authority.published-figures'> = (
  { read },
  { level, areaCode, schoolYear, schoolType, layout },
) =>
  read(async (db) => ({
    ok: true,
    value: {
      lines: (await linesOf(db, level, [areaCode], { schoolYear, schoolType }))
        .filter((one) => layout === undefined || one.layout === layout)
        .map((one) => ({
          fileName: one.fileName,
          layout: one.layout,
          line: one.position,
          timeSpan: one.timeSpan,
          areaName: one.areaName,
          breakdown: one.breakdown,
          figures: one.figures,
        })),
    },
  }));

const layoutName = (id: string): string =>
  id === 'school-list' ? 'List of schools by year' : (LAYOUTS.find((one) => one.id === id)?.name ?? id);
