import type * as z from 'zod';
import { getCase } from '../../shared/contract/cases.ts';
import { readFeed } from '../../shared/contract/feed.ts';
import { acknowledgeFeedback, sendFeedback } from '../../shared/contract/feedback.ts';
import { explainRouting, getReferral, submitReferral } from '../../shared/contract/referrals.ts';
import { askWaiver, confirmWaiver, decideSafety } from '../../shared/contract/safety.ts';
import {
  getTask,
  redirectTask,
  type TaskTransition,
  transitionTask,
} from '../../shared/contract/tasks.ts';
import type { ReferralId, TaskId } from '../../shared/domain/ids.ts';
import type { SafetyDecisionRequest } from '../../shared/domain/safety/request.ts';
import type { Early, Violence } from './submissions.ts';
import type { World } from './world.ts';

export const PERSON = { name: 'თამარ ბერიძე', phone: '599 00 11 22' };
type Step = z.input<typeof TaskTransition>;

/** Sends a referral and waits until it has been routed. */
export async function routed(
  world: World,
  body: Violence | Early,
  { from = 'school-zestaponi' }: { readonly from?: string } = {},
) {
  const { body: receipt } = await world.as(from)(submitReferral, { body });
  await world.hub.idle();
  return { id: receipt.id, from, ...(await routingOf(world, receipt.id, from)) };
}

/** Who was asked to do what, as the referrer has it explained. */
export async function routingOf(world: World, id: ReferralId, from: string) {
  const { body } = await world.as(from)(explainRouting, { path: { referralId: id } });
  const asked = body.tasks.map(({ kind, agency, role, urgency, rule }) => ({
    kind: kind.code,
    agency: String(agency),
    role,
    urgency,
    rule,
  }));
  const task = (kind: string): TaskId => {
    const found = body.tasks.find((one) => one.kind.code === kind);
    if (!found) throw new Error(`nobody was asked to ${kind}`);
    return found.task;
  };
  return { routing: body, asked, task };
}

export const readTask = async (world: World, agency: string, taskId: TaskId) =>
  (await world.as(agency)(getTask, { path: { taskId } })).body;

/** One step of a task, based on what stands there now. */
export async function step(world: World, agency: string, taskId: TaskId, body: Step) {
  const { version } = await readTask(world, agency, taskId);
  const call = { path: { taskId }, body, ifMatch: version };
  return (await world.as(agency)(transitionTask, call)).body;
}

export const accept = (world: World, agency: string, taskId: TaskId) =>
  step(world, agency, taskId, { to: 'accepted', actingPerson: PERSON });

export async function complete(world: World, agency: string, taskId: TaskId, outcome = 'done') {
  await accept(world, agency, taskId);
  return step(world, agency, taskId, { to: 'completed', outcome });
}

export async function redirected(world: World, agency: string, taskId: TaskId, to: string) {
  const { version } = await readTask(world, agency, taskId);
  const call = { path: { taskId }, body: { to, reason: 'other-area' }, ifMatch: version };
  const { body } = await world.as(agency)(redirectTask, call);
  if (!body.offeredTo) throw new Error('nothing was offered');
  return { before: body, offered: body.offeredTo };
}

export const readReferral = async (world: World, agency: string, referralId: ReferralId) =>
  (await world.as(agency)(getReferral, { path: { referralId } })).body;

export async function readCase(world: World, agency: string, referral: ReferralId, via: string) {
  const { case: caseId } = await readReferral(world, via, referral);
  if (!caseId) throw new Error('the referral has no case');
  return (await world.as(agency)(getCase, { path: { caseId } })).body;
}

export const answer = async (world: World, lead: string, referralId: ReferralId, code: string) =>
  (await world.as(lead)(sendFeedback, { path: { referralId }, body: { code } })).body;

export const acknowledge = async (
  world: World,
  referrer: string,
  referralId: ReferralId,
  number: number,
) => (await world.as(referrer)(acknowledgeFeedback, { path: { referralId, number } })).body;

/** An agency's feed from the beginning, page by page, with all that is on its way there. */
export async function feedOf(world: World, agency: string, limit = 100) {
  await world.hub.idle();
  const call = world.as(agency);
  const items = [];
  let page = (await call(readFeed, { query: { after: 0, limit } })).body;
  items.push(...page.items);
  while (page.next) {
    page = (await call(readFeed, { at: page.next })).body;
    items.push(...page.items);
  }
  return items;
}

type Decided = Partial<Extract<z.input<typeof SafetyDecisionRequest>, { childSeenAt: string }>>;

/** The child was seen just now, and sleeps where it is safe. */
export async function decided(
  world: World,
  lead: string,
  referral: ReferralId,
  over: Decided = {},
  via = lead,
) {
  const { case: caseId } = await readReferral(world, via, referral);
  if (!caseId) throw new Error('the referral has no case');
  const now = world.now();
  const body = {
    childSeenAt: now,
    seenBy: PERSON,
    seenAlone: 'yes' as const,
    where: 'school',
    sleepsTonight: 'protective-relative',
    measures: [{ kind: 'none' }],
    siblingsChecked: 'none' as const,
    reviewBy: new Date(Date.parse(now) + 100 * 3_600_000).toISOString(),
    reason: 'ბებიასთან რჩება, სადაც უსაფრთხოდაა.',
    ...over,
  };
  return (await world.as(lead)(decideSafety, { path: { caseId }, body })).body;
}

/** A track that one person asks to waive and another confirms. */
export async function waived(
  world: World,
  referral: ReferralId,
  track: 'safety' | 'justice' | 'body' | 'mind',
  [asking, confirming] = ['person-giorgi-agency-imereti', 'person-ketevan-agency-imereti'],
) {
  const { case: caseId } = await readReferral(world, asking, referral);
  if (!caseId) throw new Error('the referral has no case');
  const body = {
    track,
    reason: 'no-need-found',
    note: 'შეფასდა, საჭიროება არ გამოიკვეთა.',
    askedBy: 'გიორგი',
  };
  const { number, version } = (await world.as(asking)(askWaiver, { path: { caseId }, body })).body;
  const call = { path: { caseId, number }, ifMatch: version };
  return (await world.as(confirming)(confirmWaiver, call)).body;
}
