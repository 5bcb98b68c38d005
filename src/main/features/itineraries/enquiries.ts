import { refuse } from '#shared/kernel/result.ts';
import { readCoveredExclusion } from '../../storage/repositories/cover.ts';
import { insertEnquiry, readEnquiries } from '../../storage/repositories/enquiries.ts';
import { readProvider } from '../../storage/repositories/providers.ts';
import type { Handlers } from '../context.ts';
import { homeSchool } from '../home-school.ts';

const NOT_ON_RECORD = 'This exclusion is not on record. It may have been a draft that was discarded.';

/** "No place found" as evidence: who was asked, and what they said. Enquiries are added and never changed. */
export const enquiriesHandlers = {
  'enquiries.list': ({ read }, { exclusionId }) =>
    read(async (db) => {
      const home = await homeSchool(db);
      if (!home.ok) return home;
      const exclusion = await readCoveredExclusion(db, home.value.school.id, exclusionId);
      if (!exclusion) return refuse('not-found', NOT_ON_RECORD);
      const rows = await readEnquiries(db, exclusionId);
      return {
        ok: true,
        value: {
          enquiries: rows.map(({ id, providerName, askedOn, askedBy, answer, fromDate, toDate, note }) => ({
            id,
            providerName,
            askedOn,
            askedBy,
            answer,
            from: fromDate,
            to: toDate,
            ...(note === null ? {} : { note }),
          })),
        },
      };
    }),

  'enquiries.add': (context, input) =>
    context.change(async (db) => {
      const home = await homeSchool(db);
      if (!home.ok) return home;
      const { clock, newId, session } = context;
      const schoolId = home.value.school.id;
      const notDone = 'The enquiry was not noted';
      const exclusion = await readCoveredExclusion(db, schoolId, input.exclusionId);
      if (!exclusion) return refuse('not-found', NOT_ON_RECORD);
      // Evidence is kept for ever, and a draft may yet be discarded.
      if (exclusion.state === 'draft') {
        return refuse('conflict', `${notDone}: the exclusion is still a draft. Issue it first.`);
      }
      const { providerId = null, providerName: typed = '', note = '', askedOn, from, to, answer } = input;
      const provider = providerId === null ? undefined : await readProvider(db, schoolId, providerId);
      if (providerId !== null && !provider) {
        return refuse('not-found', `${notDone}: this provider is not in the list any more.`);
      }
      const providerName = provider?.name ?? typed;
      const fields = [
        ...(providerName === ''
          ? [
              {
                path: 'providerName',
                message: 'Choose a provider, or enter the name of the one that was asked.',
              },
            ]
          : []),
        ...(to < from ? [{ path: 'to', message: 'The last day asked for is before the first.' }] : []),
        ...(askedOn > clock.today()
          ? [{ path: 'askedOn', message: 'A day to come cannot have been the day of asking.' }]
          : []),
      ];
      if (fields.length > 0) {
        const sentences = fields.map(({ message }) => message).join(' ');
        return refuse('invalid-input', `${notDone}. ${sentences}`, { fields });
      }
      const enquiry = {
        id: newId(),
        exclusionId: input.exclusionId,
        providerId,
        providerName,
        askedOn,
        askedBy: session.userName,
        answer,
        note: note === '' ? null : note,
        fromDate: from,
        toDate: to,
        recordedAt: clock.now(),
      };
      await insertEnquiry(db, enquiry);
      return {
        ok: true,
        value: {
          value: { id: enquiry.id },
          audit: { subjectType: 'enquiry', subjectId: enquiry.id, detail: enquiry },
        },
      };
    }),
} satisfies Partial<Handlers>;
