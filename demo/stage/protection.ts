import * as z from 'zod';
import { client } from '../../shared/contract/client.ts';
import * as family from '../../shared/contract/family.ts';
import { listUnanswered } from '../../shared/contract/oversight.ts';
import * as referrals from '../../shared/contract/referrals.ts';
import * as safety from '../../shared/contract/safety.ts';
import { openConditions } from '../../shared/contract/safety.ts';
import * as statements from '../../shared/contract/statements.ts';
import { taskClocks } from '../../shared/contract/tasks.ts';
import type { CaseId, ReferralId, TaskId } from '../../shared/domain/ids.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import { kept } from './answers.ts';

interface ProtectionOptions {
  readonly hub: string;
  readonly lang: Lang;
  readonly token: () => Promise<string>;
}

type Decision = z.input<(typeof safety.decideSafety)['body'] & z.ZodType>;
type Waiver = z.input<(typeof safety.askWaiver)['body'] & z.ZodType>;
type Speaker = z.input<(typeof family.decideSpeaker)['body'] & z.ZodType>;

/** One account at work on a child's safety: an agency's system, or a person who signed in. */
export function protectionOf({ hub, lang, token }: ProtectionOptions) {
  const { call } = client({ baseUrl: hub, lang, token });
  return {
    decide: async (caseId: CaseId, body: Decision) =>
      kept(safety.decideSafety, await call(safety.decideSafety, { path: { caseId }, body })),
    askWaiver: async (caseId: CaseId, body: Waiver) =>
      kept(safety.askWaiver, await call(safety.askWaiver, { path: { caseId }, body })),
    confirmWaiver: async (caseId: CaseId, number: number, ifMatch: number) => {
      const request = { path: { caseId, number }, ifMatch };
      return kept(safety.confirmWaiver, await call(safety.confirmWaiver, request));
    },
    speaks: async (caseId: CaseId, body: Speaker) =>
      kept(family.decideSpeaker, await call(family.decideSpeaker, { path: { caseId }, body })),
    summon: async (caseId: CaseId) =>
      kept(
        family.sendNotice,
        await call(family.sendNotice, { path: { caseId }, body: { kind: 'summons' } }),
      ),
    withdraw: (referralId: ReferralId, ifMatch: number) =>
      call(referrals.withdrawReferral, {
        path: { referralId },
        body: { reason: 'sent-in-error' },
        ifMatch,
      }),
    state: async (referralId: ReferralId, kind: string, text: string) => {
      const request = { path: { referralId }, body: { kind, text } };
      return kept(statements.makeStatement, await call(statements.makeStatement, request));
    },
    consider: async (referralId: ReferralId, number: number, note: string) => {
      const request = { path: { referralId, number }, body: { note } };
      return kept(statements.considerStatement, await call(statements.considerStatement, request));
    },
    open: async (referralId: ReferralId) =>
      kept(openConditions, await call(openConditions, { path: { referralId } })),
    unanswered: async () => kept(listUnanswered, await call(listUnanswered)).items,
    clocksOf: async (taskId: TaskId) =>
      kept(taskClocks, await call(taskClocks, { path: { taskId } })).items,
  };
}
export type Protection = ReturnType<typeof protectionOf>;

const Box = z.object({
  items: z.array(
    z.object({ at: z.string(), by: z.string(), to: z.array(z.string()), text: z.string() }),
  ),
});
export type Rung = z.infer<typeof Box>['items'][number];

/** What the local hub's telephones received, oldest first. */
export async function phonebox(hub: string): Promise<Rung[]> {
  const answer = await fetch(`${hub}/phonebox`, { headers: { accept: 'application/json' } });
  return Box.parse(await answer.json()).items;
}
