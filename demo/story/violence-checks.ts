import type { CaseId } from '../../shared/domain/ids.ts';
import { refusal } from '../stage/answers.ts';
import type { Stage } from '../stage/stage.ts';
import { must } from '../stage/until.ts';
import type { Routed } from './referral.ts';
import * as say from './violence-words.ts';

const UNIT = 'agency-imereti';
const STRANGER = 'agency-tbilisi';

/** Absent and not-yours look the same. */
export const strangerIsRefused = ({ tale, desk }: Stage, { id }: Routed) =>
  tale.step(STRANGER, say.strangerIsRefused, async () => {
    const problem = await refusal(desk(STRANGER).referral(id));
    must(problem.status === 404, `a stranger got ${problem.status}`);
    return problem;
  });

/** Whoever may interview the child must not know the account beforehand. */
export const accountStaysClosed = (
  { tale }: Stage,
  { shown }: { readonly shown: readonly string[] },
) =>
  tale.step('Ertad', say.accountStaysClosed, async () => {
    const account = ['narrative', 'childs-own-words', 'concern', 'reporter'];
    must(!shown.some((group) => account.includes(group)), `the centre was shown ${shown}`);
  });

/** The case has its worker and the one who stands in, by name. */
export const caseHasWorker = ({ tale, desk }: Stage, opened: CaseId) =>
  tale.step(UNIT, say.caseHasWorker, async () => {
    const { id, worker, deputy, lead } = await desk(UNIT).caseOf(opened);
    must(worker !== undefined && deputy !== undefined && lead === UNIT, 'the case has no worker');
    return { id, worker, deputy };
  });

/** One condition for each thing that is open, and no other. */
const OPEN_THEN = [
  'acknowledgement-missing',
  'body-open',
  'child-not-seen',
  'justice-open',
  'mind-open',
  'outcome-missing',
  'safety-decision-missing',
  'safety-open',
  ...Array<string>(5).fill('task-open'),
];

/** Closing too early names everything that is open. */
export async function closingIsRefused({ tale, desk }: Stage, { id }: Routed): Promise<string[]> {
  const { conditions } = await tale.step(UNIT, say.closingIsRefused, async () => {
    const { status, title, errors = [] } = await refusal(desk(UNIT).close(id, 'help-given'));
    must(status === 409, `closing too early was answered with ${status}`);
    const conditions = errors.map(({ code }) => code).sort();
    must(conditions.join() === OPEN_THEN.join(), `named were ${conditions}`);
    must(
      errors.every(({ label, instead }) => label && instead),
      'a condition does not say what it is, or what to do',
    );
    const named = errors.map(({ pointer, label = '' }) => ({ pointer, words: label }));
    return { title, conditions, named };
  });
  return conditions;
}

/** A clock that still ran would go on calling people. */
export async function caseIsClosed({ tale, desk }: Stage, opened: CaseId) {
  const { status } = await tale.step(UNIT, say.caseIsClosed, async () => {
    const running = (await desk(UNIT).caseClocks(opened)).filter(({ state }) => state !== 'ended');
    must(running.length === 0, `these clocks still run: ${running.map(({ name }) => name)}`);
    const closed = await desk(UNIT).caseOf(opened);
    must(closed.status === 'closed', `the case is ${closed.status}`);
    return closed;
  });
  return status;
}
