import { absencesHandlers } from '../features/absences/absences-handlers.ts';
import { apartHandlers } from '../features/apart/apart-handlers.ts';
import { appHandlers } from '../features/app/app-handlers.ts';
import { auditHandlers } from '../features/audit/audit-handlers.ts';
import { authorityHandlers } from '../features/authority/authority-handlers.ts';
import { authorityPlacesHandlers } from '../features/authority-places/authority-places-handlers.ts';
import { backupsHandlers } from '../features/backups/backups-handlers.ts';
import { calendarHandlers } from '../features/calendar/calendar-handlers.ts';
import { compareHandlers } from '../features/compare/compare-handlers.ts';
import { comparatorsHandlers } from '../features/comparators/comparators-handlers.ts';
import { conferenceHandlers } from '../features/conference/conference-handlers.ts';
import { contactsHandlers } from '../features/contacts/contacts-handlers.ts';
import type { Handlers } from '../features/context.ts';
import { dutiesHandlers } from '../features/duties/duties-handlers.ts';
import { editingHandlers } from '../features/editing/editing-handlers.ts';
import { examsHandlers } from '../features/exams/exams-handlers.ts';
import { exclusionsHandlers } from '../features/exclusions/exclusions-handlers.ts';
import { formsHandlers } from '../features/forms/forms-handlers.ts';
import { itinerariesHandlers } from '../features/itineraries/itineraries-handlers.ts';
import { forecastHandlers } from '../features/forecast/forecast-handlers.ts';
import { keysHandlers } from '../features/keys/keys-handlers.ts';
import { lettersHandlers } from '../features/letters/letters-handlers.ts';
import { outboxHandlers } from '../features/outbox/outbox-handlers.ts';
import { patternsHandlers } from '../features/patterns/patterns-handlers.ts';
import { peopleHandlers } from '../features/people/people-handlers.ts';
import { placementsHandlers } from '../features/placements/placements-handlers.ts';
import { plannerHandlers } from '../features/planner/planner-handlers.ts';
import { privacyHandlers } from '../features/privacy/privacy-handlers.ts';
import { providersHandlers } from '../features/providers/providers-handlers.ts';
import { pupilsHandlers } from '../features/pupils/pupils-handlers.ts';
import { registerHandlers } from '../features/register/register-handlers.ts';
import { reintegrationHandlers } from '../features/reintegration/reintegration-handlers.ts';
import { riskGridsHandlers } from '../features/risk-grids/risk-grids-handlers.ts';
import { returnsHandlers } from '../features/returns/returns-handlers.ts';
import { schoolHandlers } from '../features/school/school-handlers.ts';
import { sealingHandlers } from '../features/sealing/sealing-handlers.ts';
import { healthHandlers } from '../features/health/health-handlers.ts';
import { setupHandlers } from '../features/setup/setup-handlers.ts';
import { sharingHandlers } from '../features/sharing/sharing-handlers.ts';
import { staysHandlers } from '../features/stays/stays-handlers.ts';
import { panelHandlers } from '../features/inclusion-panel/panel-handlers.ts';
import { plansHandlers } from '../features/plans/plans-handlers.ts';
import { referralsHandlers } from '../features/referrals/referrals-handlers.ts';
import { supportHandlers } from '../features/support/support-handlers.ts';
import { todayHandlers } from '../features/today/today-handlers.ts';
import { transferHandlers } from '../features/transfer/transfer-handlers.ts';
import { useHandlers } from '../features/use/use-handlers.ts';

/** Every operation's handler; a missing one does not compile. */
export const handlers: Handlers = {
  ...backupsHandlers,
  ...setupHandlers,
  ...calendarHandlers,
  ...appHandlers,
  ...keysHandlers,
  ...sharingHandlers,
  ...healthHandlers,
  ...peopleHandlers,
  ...auditHandlers,
  ...pupilsHandlers,
  ...exclusionsHandlers,
  ...dutiesHandlers,
  ...providersHandlers,
  ...lettersHandlers,
  ...placementsHandlers,
  ...itinerariesHandlers,
  ...apartHandlers,
  ...staysHandlers,
  ...supportHandlers,
  ...transferHandlers,
  ...plansHandlers,
  ...referralsHandlers,
  ...panelHandlers,
  ...reintegrationHandlers,
  ...patternsHandlers,
  ...riskGridsHandlers,
  ...useHandlers,
  ...plannerHandlers,
  ...forecastHandlers,
  ...todayHandlers,
  ...absencesHandlers,
  ...contactsHandlers,
  ...examsHandlers,
  ...schoolHandlers,
  ...registerHandlers,
  ...returnsHandlers,
  ...sealingHandlers,
  ...authorityHandlers,
  ...authorityPlacesHandlers,
  ...compareHandlers,
  ...comparatorsHandlers,
  ...conferenceHandlers,
  ...privacyHandlers,
  ...formsHandlers,
  ...editingHandlers,
  ...outboxHandlers,
};
