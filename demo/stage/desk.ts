import type * as z from 'zod';
import * as cases from '../../shared/contract/cases.ts';
import { client } from '../../shared/contract/client.ts';
import { getInstruments } from '../../shared/contract/directory.ts';
import * as feedback from '../../shared/contract/feedback.ts';
import type * as views from '../../shared/contract/referral-view.ts';
import * as referrals from '../../shared/contract/referrals.ts';
import * as safety from '../../shared/contract/safety.ts';
import * as tasks from '../../shared/contract/tasks.ts';
import type { CaseId, ReferralId, TaskId } from '../../shared/domain/ids.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import { kept } from './answers.ts';
import { must } from './until.ts';
import { wholeFeed } from './whole-feed.ts';

type Submission = z.input<typeof referrals.submitReferral.body & z.ZodType>;
type Transition = z.input<typeof tasks.TaskTransition>;
export type Decision = z.input<typeof safety.decideSafety.body & z.ZodType>;
export type TaskView = z.output<typeof tasks.TaskView>;
export type ReferralView = z.output<typeof views.ReferralView>;
export type Receipt = z.output<typeof views.ReferralReceipt>;

interface DeskOptions {
  readonly hub: string;
  readonly lang: Lang;
  readonly token: () => Promise<string>;
}

/** One agency at work at the hub, through its own account. */
export function deskOf({ hub, lang, token }: DeskOptions) {
  const { call } = client({ baseUrl: hub, lang, token });

  const task = async (taskId: TaskId) =>
    kept(tasks.getTask, await call(tasks.getTask, { path: { taskId } }));
  const referral = async (referralId: ReferralId) =>
    kept(referrals.getReferral, await call(referrals.getReferral, { path: { referralId } }));

  return {
    task,
    referral,
    instruments: async () => kept(getInstruments, await call(getInstruments)).items,
    submit: async (body: Submission) =>
      kept(referrals.submitReferral, await call(referrals.submitReferral, { body })),
    ownReferrals: async () =>
      kept(referrals.listReferrals, await call(referrals.listReferrals)).items,
    routing: async (referralId: ReferralId) =>
      kept(
        referrals.explainRouting,
        await call(referrals.explainRouting, { path: { referralId } }),
      ),
    referralClocks: async (referralId: ReferralId) =>
      kept(referrals.referralClocks, await call(referrals.referralClocks, { path: { referralId } }))
        .items,
    timeline: async (referralId: ReferralId) =>
      kept(
        referrals.referralTimeline,
        await call(referrals.referralTimeline, { path: { referralId } }),
      ).items,
    openTasks: async () => kept(tasks.listTasks, await call(tasks.listTasks)).items,
    caseOf: async (caseId: CaseId) =>
      kept(cases.getCase, await call(cases.getCase, { path: { caseId } })),
    caseClocks: async (caseId: CaseId) =>
      kept(cases.caseClocks, await call(cases.caseClocks, { path: { caseId } })).items,

    /** What protects the child, and until when that counts. */
    async decideSafety(caseId: CaseId, body: Decision) {
      const request = { path: { caseId }, body };
      const made = kept(safety.decideSafety, await call(safety.decideSafety, request));
      must(made.current, 'the decision does not count');
      return made;
    },

    /** Moves a task one step on, from the version that stands there now. */
    async step(taskId: TaskId, to: Transition['to'], more: Omit<Transition, 'to'> = {}) {
      const { version: ifMatch } = await task(taskId);
      const request = { path: { taskId }, body: { to, ...more }, ifMatch };
      const moved = kept(tasks.transitionTask, await call(tasks.transitionTask, request));
      must(moved.status === to, `the task is ${moved.status}, not ${to}`);
      return moved;
    },

    async answer(referralId: ReferralId, code: string, message?: string) {
      const body = message === undefined ? { code } : { code, message };
      const request = { path: { referralId }, body };
      return kept(feedback.sendFeedback, await call(feedback.sendFeedback, request));
    },

    async acknowledge(referralId: ReferralId, number: number) {
      const request = { path: { referralId, number } };
      const heard = kept(
        feedback.acknowledgeFeedback,
        await call(feedback.acknowledgeFeedback, request),
      );
      must(heard.acknowledgedAt !== undefined, 'the feedback is not acknowledged');
      return heard;
    },

    async close(referralId: ReferralId, reason: string) {
      const { version: ifMatch } = await referral(referralId);
      const request = { path: { referralId }, body: { reason }, ifMatch };
      const closed = kept(referrals.closeReferral, await call(referrals.closeReferral, request));
      must(closed.status.code === 'closed', `the referral is ${closed.status.code}`);
      return closed;
    },

    feed: () => wholeFeed(call),
  };
}
export type Desk = ReturnType<typeof deskOf>;
