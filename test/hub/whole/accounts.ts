import type { CaseId, ReferralId } from '../../../shared/domain/ids.ts';
import { GIORGI, LEAD } from './case.ts';
import { WHO, WORDS } from './child.ts';
import type { Teller } from './teller.ts';

export const KETEVAN = 'person-ketevan-agency-imereti';
export const RUSUDAN = 'person-rusudan-agency-imereti';
export const ELENE = 'person-elene-oversight-national';
export const ANA = 'person-ana-oversight-national';
/** Breaks the glass; works where nothing of the child is known. */
export const ZURA = 'person-zura-police-tbilisi';
const NO_TIES = { accused: 'no', sharesHousehold: 'no', dependsOnAccused: 'no' };
const LONG = 'ბავშვი უგონოდ მოიყვანეს და ექიმი დაუყოვნებლივ კითხულობს';

const HOLD = { reason: 'complaint', note: WORDS };
type Of = { readonly caseId: CaseId; readonly referralId: ReferralId };

/** Who answers at the unit, who is invited there, and who goes on leave. */
export async function staffedUnit(tell: Teller) {
  const { world, say } = tell;
  const mail = 'n.lomidze@example.ge';
  const hour = (count: number) =>
    new Date(Date.parse(world.now()) + count * 3_600_000).toISOString();
  const person = { ...WHO, mail, deputy: { ...WHO, mail } };
  const shifts = [{ from: hour(-1), to: hour(160), person: 0 }];
  const version = await tell.versionOf(LEAD, `/v1/agencies/${LEAD}/duty`);
  const roster = { people: [person], head: { ...WHO, mail }, shifts };
  await tell.send(LEAD, 'publishRoster', { agencyId: LEAD }, roster, version);
  const busy = {
    ...{ kind: 'person', name: WORDS, mail, languages: ['ka'] },
    availability: { pattern: { monday: [{ from: '10:00', to: '18:00' }] } },
  };
  const resourceId = 'res_kkkkmmmmkkkkmmmmkkkk';
  await say(LEAD, 'putResource', { resourceId }, busy, 0);
  const invited = { name: WORDS, mail, roles: ['worker'], personalNumber: '01010101010' };
  await say(RUSUDAN, 'invitePerson', {}, invited);
  await say(GIORGI, 'takeUpMembership', {}, { personalNumber: '01010101010' });
  return { agencyId: LEAD, resourceId };
}

/** What is asked of the records themselves: by whom they concern, after a loss, in an emergency. */
export async function askedOfRecords(tell: Teller, { caseId, referralId }: Of) {
  const { world, say } = tell;
  const kept = {
    referralId,
    number: Number((await say(ELENE, 'setHold', { referralId }, HOLD)).number),
  };
  await say(ELENE, 'askLifting', kept, { note: WORDS });
  const asking = {
    ...{ record: caseId, subject: 'child', requester: 'parent', name: WORDS },
    ties: { ...NO_TIES, sharesHousehold: 'unknown' },
    through: { name: WORDS, ties: NO_TIES },
  };
  const { number, version } = await say(ELENE, 'askSubjectAccess', {}, asking);
  const asked = { record: caseId, number: Number(number) };
  const vote = { verdict: 'release', reason: WORDS };
  await say(ELENE, 'decideSubjectAccess', asked, vote, Number(version));
  await say(KETEVAN, 'decideSubjectAccess', asked, vote, Number(version) + 1);
  const pack = await say(ELENE, 'releaseSubjectPack', asked);

  const glass = await say(ZURA, 'breakGlass', {}, { record: caseId, reason: LONG });
  const ticket = { record: caseId, number: Number(glass.number) };
  const looked = await say(ZURA, 'getCase', { caseId });
  const finding = { finding: 'justified', reason: WORDS };
  await say(ZURA, 'revokeTicket', ticket, undefined, Number(glass.version));
  await say(ELENE, 'reviewTicket', ticket, finding, Number(glass.version) + 1);

  const from = new Date(Date.parse(world.now()) - 36_000_000).toISOString();
  const loss = { from, to: world.now(), accounts: [GIORGI], note: WORDS };
  const lost = await say(ELENE, 'reportIncident', {}, loss);
  const incident = { number: Number(lost.number) };
  let counted = lost;
  while ((counted.state as { code: string }).code !== 'ready') {
    counted = await say(ELENE, 'countIncident', incident, undefined, Number(counted.version));
  }
  return { pack, looked, asked, ticket, incident };
}
