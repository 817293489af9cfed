import { type CaseId, ReferralId, type TaskId } from '../../../shared/domain/ids.ts';
import { routingOf } from '../steps.ts';
import { early } from '../submissions.ts';
import { LEAD, NGO, SERVICE } from './case.ts';
import { report, WHO, WORDS } from './child.ts';
import type { Teller } from './teller.ts';

/** Long enough to be a reason. */
const ALONE = 'დედა საავადმყოფოშია და ვერავინ პოულობს; ბავშვი მეზობელთანაა.';

/** Sends the form of early identification; nothing else of it is known there. */
export const REFERRER = 'resource-centre-zestaponi';
/** Sends the report of the child that moves. */
export const MOVED_FROM = 'school-baghdati';
/** The unit to whose area the child of the other story moves. */
export const NEXT = 'agency-samegrelo-zemo-svaneti';

/** A family that needs support: its form, what it agreed to, what was decided without it, what was taken back. */
export async function supportedFamily(tell: Teller) {
  const { world, say } = tell;
  const { kind: _, narrativeLanguage, injuryVisible, forms, ...whole } = report();
  const { immediateDanger, lastIncidentAt, allegedPerpetrators, ...rest } = whole;
  const { safeContact, childsOwnWords, toldBefore, ...said } = rest;
  const form = early({ 'low-income': 'yes', 'no-home': 'yes' });
  const sent = { ...said, ...form, child: { ...whole.child, birthDate: '2016-07-29' } };
  const indicators = form.indicators.map((one) =>
    one.answer === 'yes' ? { ...one, evidence: WORDS } : one,
  );
  const { id } = await say(REFERRER, 'submitReferral', {}, { ...sent, indicators });
  await world.hub.idle();
  const referralId = ReferralId.parse(id);
  const at = { referralId };
  const { asked, task } = await routingOf(world, referralId, REFERRER);
  const taskId = task(asked.find(({ agency }) => agency === SERVICE)?.kind ?? '');
  const accepted = { to: 'accepted', actingPerson: WHO, deputy: WHO, note: WORDS };
  await say(SERVICE, 'transitionTask', { taskId }, accepted);
  await say(SERVICE, 'redirectTask', { taskId }, { to: NGO, reason: 'other-area', note: WORDS }, 2);
  const scope = { purposes: ['family-support'], recipients: ['ngo'] };
  const consent = {
    ...{ from: 'legal-representative', person: WORDS, ...scope, language: 'ka', note: WORDS },
    ...{ evidence: 'signed-form', givenOn: world.now().slice(0, 10) },
  };
  const { number } = await say(REFERRER, 'recordSharingConsent', at, consent);
  const given = { ...at, number: Number(number) };
  await say(SERVICE, 'withdrawSharingConsent', given, { from: 'family' });
  const alone = { ...scope, reason: 'family-cannot-be-asked', words: ALONE, days: 14 };
  await say(SERVICE, 'overrideSharingConsent', at, alone);
  const fact = { kind: 'correction', reason: 'fact-wrong', correction: WORDS };
  await say(SERVICE, 'makeRecall', at, fact);
  return { ...at, taskId };
}

/** A child that moves: two units talk, and write down who did. */
export async function movedChild(tell: Teller) {
  const { world, say } = tell;
  const child = { municipality: 'zestaponi' };
  const calm = { immediateDanger: 'no', injuryVisible: 'no', forms: [], child };
  const { id } = await say(MOVED_FROM, 'submitReferral', {}, report(calm));
  await world.hub.idle();
  const referralId = ReferralId.parse(id);
  const { task } = await routingOf(world, referralId, MOVED_FROM);
  await say(
    LEAD,
    'transitionTask',
    { taskId: task('assess-safety') },
    { to: 'accepted', actingPerson: WHO },
  );
  const { case: caseId } = (await say(LEAD, 'getReferral', { referralId })) as { case: CaseId };
  const away = { to: 'zugdidi', since: world.now().slice(0, 10), source: 'school', note: WORDS };
  const made = await say(LEAD, 'moveCase', { caseId }, away);
  const taskId = made.task as TaskId;
  await world.hub.idle();
  await tell.plainly(NEXT, 'transitionTask', { taskId }, { to: 'accepted', actingPerson: WHO });
  const talk = { at: world.now(), persons: [WHO, WHO], note: WORDS };
  await say(NEXT, 'handOverCase', { caseId, number: 1 }, talk);
  return { referralId, caseId, taskId };
}
