import { describe, expect, it } from 'vitest';
import { CaseView } from '../../../shared/contract/cases.ts';
import { EventView } from '../../../shared/contract/common.ts';
import { ReferralView } from '../../../shared/contract/referral-view.ts';
import { TaskView } from '../../../shared/contract/tasks.ts';
import { caseView } from '../../../shared/domain/disclosure/case-view.ts';
import { eventView } from '../../../shared/domain/disclosure/event-view.ts';
import { referralView } from '../../../shared/domain/disclosure/referral-view.ts';
import { taskView } from '../../../shared/domain/disclosure/task-view.ts';
import { detailsOf } from '../../../shared/domain/referral/details.ts';
import {
  aCase,
  aFeedback,
  anEvent,
  aPermit,
  aReferralId,
  aReferralInProgress,
  aTask,
  aViolenceSubmission,
  georgiaAt,
  LEAD,
  NOW,
  POLICE,
  SCHOOL,
} from '../../build.ts';
import { routed } from '../../memory.ts';

const edition = georgiaAt();
const permit = aPermit;
const details = { ...detailsOf(aViolenceSubmission()), outcome: { note: 'Secret' } };
const tasks = [aTask(), aTask({ agency: LEAD, kind: 'assess-safety' })];

describe('a referral', () => {
  const referral = aReferralInProgress();
  const shown = (rule: string) =>
    referralView(
      {
        referral,
        tasks,
        feedback: [{ feedback: aFeedback(), message: 'მოვდივართ' }],
        details,
        permit: permit(rule),
        lang: 'en',
      },
      edition,
    );

  it('is shown as the contract says', () => {
    expect(ReferralView.parse(shown('lead'))).toMatchObject({
      id: referral.id,
      status: { code: 'in-progress' },
      shownBy: 'lead',
    });
  });

  it('tells the referrer that work goes on, not who does it', () => {
    expect(shown('referrer').work.map(({ agency: who }) => who)).toEqual([undefined, undefined]);
    expect(shown('lead').work.map(({ agency: who }) => who)).toEqual([POLICE, LEAD]);
  });

  it('never shows what was written about the work among what was sent', () => {
    expect(JSON.stringify(shown('lead').details)).not.toContain('Secret');
  });
});

describe('a task', () => {
  const { memory } = routed(aViolenceSubmission());
  const task = memory.lead;
  const shown = (over: object = {}) =>
    taskView(
      {
        task,
        details: {},
        work: { actingPerson: 'ნინო', note: 'x' },
        routing: memory.routing,
        permit: permit('task-owner'),
        capacity: { owner: true, lead: true },
        lang: 'ka',
        ...over,
      },
      edition,
    );

  it('is shown as the contract says, with why it came and what can follow', () => {
    const view = TaskView.parse(shown());
    expect(view.next).toEqual(['received', 'accepted', 'rejected', 'cancelled']);
    expect(view.rule?.why?.ka).toMatch(/\p{Script=Georgian}/u);
    expect(view.municipality).toEqual({ code: 'zestaponi', label: 'ზესტაფონი' });
    expect(view.work).toEqual({ actingPerson: 'ნინო', note: 'x' });
  });

  it('tells why it came, which is what is alleged, only once it was accepted, or to the lead', () => {
    const owner = { capacity: { owner: true, lead: false } };
    expect(shown(owner).rule).toBeUndefined();
    expect(shown({ ...owner, task: { ...task, status: 'accepted' } }).rule).toBeDefined();
    expect(shown().rule).toBeDefined();
  });

  it('offers no step to who may take none', () => {
    expect(shown({ capacity: { owner: false, lead: false } }).next).toEqual([]);
  });

  it('of a place nobody knows shows that', () => {
    const view = shown({ task: { ...task, municipality: 'unknown' } });
    expect(view.municipality).toEqual({ code: 'unknown', label: 'unknown' });
  });

  it('the lead added has no rule to explain it', () => {
    expect(shown({ task: aTask({ rule: 'lead-added' }) }).rule).toEqual({ id: 'lead-added' });
  });
});

describe('a case', () => {
  it('shows the tasks of all agencies, and names only where they were opened', () => {
    const opened = aCase();
    const own = { case: opened, referral: {}, family: [opened] };
    const shown = { ...own, tasks, work: undefined, lang: 'en' as const };
    const view = CaseView.parse({ ...caseView(shown, edition), tracks: [] });
    expect(view.tasks.map(({ agency: who }) => who)).toEqual([POLICE, LEAD]);
    expect(view.worker).toBeUndefined();
    const work = { actingPerson: 'ნინო', deputy: 'გია' };
    expect(caseView({ ...shown, work }, edition)).toMatchObject({ worker: 'ნინო', deputy: 'გია' });
  });
});

describe('a line of a timeline', () => {
  const subject = { kind: 'referral' as const, id: aReferralId() };
  const by = { sub: 's', agency: SCHOOL };
  const event = anEvent({ type: 'referral.submitted', by, subject, at: NOW });
  const line = (reporterMode: 'named' | 'masked', rule: string) =>
    eventView(
      event,
      { referral: aReferralInProgress({ reporterMode }), permit: permit(rule) },
      'ka',
      edition,
    );

  it.each([
    ['named', 'lead', SCHOOL],
    ['masked', 'lead', undefined],
    ['masked', 'case-participant', undefined],
    ['masked', 'referrer', SCHOOL],
  ] as const)('of a %s reporter shows %s the agency %s', (mode, rule, who) => {
    expect(EventView.parse(line(mode, rule)).agency).toBe(who);
  });

  it('never shows the account that acted', () => {
    expect(line('named', 'lead')).not.toHaveProperty('by');
  });
});
