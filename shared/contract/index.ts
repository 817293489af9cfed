import * as access from './access.ts';
import * as accessJournal from './access-journal.ts';
import * as additions from './additions.ts';
import * as aftercare from './aftercare.ts';
import * as bookings from './bookings.ts';
import * as breakGlass from './break-glass.ts';
import * as calendars from './calendars.ts';
import * as cases from './cases.ts';
import * as centreDay from './centre-day.ts';
import * as childsTimes from './childs-times.ts';
import * as clients from './clients.ts';
import * as deliveries from './deliveries.ts';
import * as directory from './directory.ts';
import * as duty from './duty.ts';
import type { Endpoint } from './endpoint.ts';
import * as endpointTrials from './endpoint-trials.ts';
import * as family from './family.ts';
import * as feed from './feed.ts';
import * as feedback from './feedback.ts';
import * as further from './further.ts';
import * as inbound from './inbound.ts';
import * as incidents from './incidents.ts';
import * as inside from './inside.ts';
import * as interviews from './interviews.ts';
import * as journal from './journal.ts';
import * as loads from './loads.ts';
import * as moves from './moves.ts';
import * as outsideCalendars from './outside-calendars.ts';
import * as oversight from './oversight.ts';
import * as oversightUnits from './oversight-units.ts';
import * as partners from './partners.ts';
import * as people from './people.ts';
import * as preparation from './preparation.ts';
import * as protection from './protection.ts';
import * as questions from './questions.ts';
import * as recalls from './recalls.ts';
import * as recordings from './recordings.ts';
import * as referrals from './referrals.ts';
import * as resources from './resources.ts';
import * as retention from './retention.ts';
import * as safety from './safety.ts';
import * as sameChild from './same-child.ts';
import * as serviceRecord from './service-record.ts';
import * as sharing from './sharing.ts';
import * as slots from './slots.ts';
import * as statements from './statements.ts';
import * as subjectAccess from './subject-access.ts';
import * as tasks from './tasks.ts';
import * as topics from './topics.ts';
import * as visitList from './visit-list.ts';
import * as visits from './visits.ts';

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'operation' in value && 'path' in value;

/** Every endpoint of the hub. A new one is declared in its area's file and is then here. */
export const endpoints: readonly Endpoint[] = [
  referrals,
  additions,
  feedback,
  questions,
  statements,
  recalls,
  sharing,
  tasks,
  serviceRecord,
  cases,
  moves,
  retention,
  safety,
  sameChild,
  family,
  inside,
  protection,
  interviews,
  visitList,
  childsTimes,
  further,
  slots,
  bookings,
  calendars,
  resources,
  centreDay,
  outsideCalendars,
  feed,
  partners,
  endpointTrials,
  deliveries,
  inbound,
  directory,
  duty,
  people,
  loads,
  clients,
  oversight,
  oversightUnits,
  journal,
  access,
  accessJournal,
  breakGlass,
  incidents,
  subjectAccess,
  preparation,
  topics,
  visits,
  recordings,
  aftercare,
]
  .flatMap((area) => Object.values(area as Record<string, unknown>))
  .filter(isEndpoint);
