import type { z } from 'zod';
import { appContract } from './app.ts';
import { attendanceImportContract } from './attendance-import.ts';
import { auditContract } from './audit.ts';
import { authoritySchoolContract } from './authority-school.ts';
import { backupsContract } from './backups.ts';
import { comparatorsContract } from './comparators.ts';
import { extractContract } from './extract.ts';
import { authorityPlacesContract } from './authority-places.ts';
import { compareContract } from './compare.ts';
import { conferenceContract } from './conference.ts';
import { dutiesContract } from './duties.ts';
import { editingContract } from './editing.ts';
import { exclusionsContract } from './exclusions.ts';
import { itinerariesContract } from './itineraries.ts';
import { forecastContract } from './forecast.ts';
import { formsContract } from './forms.ts';
import { inclusionPanelContract } from './inclusion-panel.ts';
import { keyWorkersContract } from './key-workers.ts';
import { keysContract } from './keys.ts';
import { lettersContract } from './letters.ts';
import { notSentContract } from './not-sent.ts';
import { outboxContract } from './outbox.ts';
import { peopleContract } from './people.ts';
import { placesContract } from './places.ts';
import { plannerContract } from './planner.ts';
import { plansContract } from './plans.ts';
import { privacyContract } from './privacy.ts';
import { providersContract } from './providers.ts';
import { pupilsContract } from './pupils.ts';
import { quarantineContract } from './quarantine.ts';
import { receivingContract } from './receiving.ts';
import { referralsContract } from './referrals.ts';
import { patternsContract } from './patterns.ts';
import { registerContract } from './register.ts';
import { reintegrationContract } from './reintegration.ts';
import { riskGridsContract } from './risk-grids.ts';
import { returnsContract } from './returns.ts';
import { schoolContract } from './school.ts';
import { sealingContract } from './sealing.ts';
import { setupContract } from './setup.ts';
import { healthContract } from './health.ts';
import { sharingContract } from './sharing.ts';
import { staysContract } from './stays.ts';
import { supportContract } from './support.ts';
import { supportCriteriaContract } from './support-criteria.ts';
import { supportDueContract } from './support-due.ts';
import { todayContract } from './today.ts';
import { transferContract } from './transfer.ts';
import { useContract } from './use.ts';
import { visitorsContract } from './visitors.ts';

/** Every operation of the product, by name. */
export const contract = {
  ...setupContract,
  ...appContract,
  ...keysContract,
  ...sharingContract,
  ...healthContract,
  ...peopleContract,
  ...auditContract,
  ...pupilsContract,
  ...exclusionsContract,
  ...dutiesContract,
  ...lettersContract,
  ...registerContract,
  ...schoolContract,
  ...providersContract,
  ...placesContract,
  ...itinerariesContract,
  ...staysContract,
  ...supportContract,
  ...transferContract,
  ...plansContract,
  ...referralsContract,
  ...inclusionPanelContract,
  ...reintegrationContract,
  ...patternsContract,
  ...riskGridsContract,
  ...supportCriteriaContract,
  ...keyWorkersContract,
  ...attendanceImportContract,
  ...supportDueContract,
  ...useContract,
  ...visitorsContract,
  ...plannerContract,
  ...forecastContract,
  ...todayContract,
  ...returnsContract,
  ...sealingContract,
  ...receivingContract,
  ...quarantineContract,
  ...notSentContract,
  ...compareContract,
  ...authoritySchoolContract,
  ...comparatorsContract,
  ...extractContract,
  ...conferenceContract,
  ...authorityPlacesContract,
  ...backupsContract,
  ...privacyContract,
  ...formsContract,
  ...editingContract,
  ...outboxContract,
};

export type Contract = typeof contract;

export type OperationName = keyof Contract;

/** What a caller gives: defaults may be left out. */
export type OperationInput<N extends OperationName> = z.input<Contract[N]['input']>;

/** What a handler receives: defaults filled in. */
export type ParsedInput<N extends OperationName> = z.output<Contract[N]['input']>;

export type OperationOutput<N extends OperationName> = z.output<Contract[N]['output']>;
