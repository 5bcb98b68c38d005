import { writeConferenceCsv } from '../../exchange/conference-csv.ts';
import type { Handler } from '../context.ts';
import { exportFile } from '../export-file.ts';
import { readConference } from './read-conference.ts';

/** Writes the list as CSV. The trail keeps whose numbers went out, as the file has names. */
export const exportConference: Handler<'authority.export-conference'> = async (
  context,
  { destination, ...asked },
) => {
  const list = await context.read((db) => readConference(db, context, asked));
  if (!list.ok) return list;
  const { asOf, source, pupils } = list.value;
  const written = await exportFile(context, {
    destination,
    suggestedName: `case-conference-${asOf}.csv`,
    content: writeConferenceCsv(list.value),
    audit: (fileName) => ({
      subjectType: 'case-conference',
      subjectId: asOf,
      detail: { fileName, source, upns: pupils.map(({ upn }) => upn) },
    }),
  });
  return written.ok ? { ok: true, value: { ...written.value, pupils: pupils.length } } : written;
};
