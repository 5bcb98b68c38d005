import type { OperationOutput } from '#shared/contract/contract.ts';
import { readRegister } from '../../storage/repositories/at-risk-entries.ts';
import { groupRows } from '../../storage/repositories/group-rows.ts';
import { readSupportStaff, type SupportStaff } from '../../storage/repositories/support-staff.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { viewEntries } from './entry-views.ts';

type Shown = OperationOutput<'support.staff'>;

/** The directory of key workers with their case loads, and the pupils whom nobody of it has. */
export const listStaff: Handler<'support.staff'> = ({ read, clock }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { id: schoolId } = home.value.school;
    const open = await viewEntries(
      db,
      schoolId,
      await readRegister(db, schoolId, { state: 'open' }),
      clock.today(),
    );
    const staff = await readSupportStaff(db, schoolId);
    const loads = groupRows(open, ({ keyWorker }) => keyWorker?.staffId ?? '');
    const bare = open.filter(({ keyWorker }) => keyWorker !== undefined && keyWorker.staffId === undefined);
    return {
      ok: true,
      value: {
        staff: staff
          .filter(({ leftOn }) => leftOn === null)
          .map((one) => ({ ...toPerson(one), pupils: [...(loads.get(one.id) ?? [])] })),
        unlisted: [
          ...groupRows(
            bare,
            ({ keyWorker }) => `${keyWorker?.name ?? ''}\n${keyWorker?.role ?? ''}`,
          ).values(),
        ].map(([first, ...rest]) => ({
          name: first?.keyWorker?.name ?? '',
          role: first?.keyWorker?.role ?? '',
          pupils: first === undefined ? [] : [first, ...rest],
        })),
        withoutKeyWorker: open.filter(({ keyWorker }) => keyWorker === undefined),
        left: staff
          .flatMap((one) => (one.leftOn === null ? [] : [{ ...toPerson(one), leftOn: one.leftOn }]))
          .toSorted((a, b) => (a.leftOn < b.leftOn ? 1 : -1)),
      },
    };
  });

const toPerson = ({
  id,
  version,
  name,
  role,
  organisation,
}: SupportStaff): Omit<Shown['staff'][number], 'pupils'> => ({
  id,
  version,
  name,
  role,
  ...(organisation === null ? {} : { organisation }),
});
