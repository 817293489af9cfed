import { person } from '../stage/cast.ts';
import type { Stage } from '../stage/stage.ts';
import { must } from '../stage/until.ts';
import { REFERRERS, violenceForm } from './forms.ts';
import { type Routed, referralAt } from './referral.ts';
import { checksAt } from './referral-checks.ts';
import { safetyIsDecided } from './safety.ts';
import {
  accountStaysClosed,
  caseHasWorker,
  caseIsClosed,
  closingIsRefused,
  strangerIsRefused,
} from './violence-checks.ts';
import * as say from './violence-words.ts';
import { workAt } from './work.ts';

const SCHOOL = 'school-zestaponi';
const UNIT = 'agency-imereti';

/** The tasks of the case by what they are about. */
const caseOf = ({ tale, nameOf }: Stage, { view, task }: Routed) =>
  tale.step('Ertad', say.opensCase, async () => {
    must(view.case !== undefined && view.lead === UNIT, `the lead is ${view.lead}`);
    return {
      id: view.case,
      lead: nameOf(view.lead),
      safety: task('assess-safety'),
      justice: task('register-report'),
      body: task('provide-health-care'),
      mind: task('offer-psychological-support'),
      interview: task('prepare-joint-interview'),
    };
  });

/** The school tells; the hub finds out who must act. */
export async function referViolence(stage: Stage): Promise<Routed> {
  const nino = person(REFERRERS.violence, stage.lang);
  const form = violenceForm(await stage.clock.now(), nino);
  return referralAt(stage).submitted(SCHOOL, nino.name, form);
}

export interface ViolencePlayed {
  readonly referral: Routed;
  readonly centre: string;
  /** What stood in the way of closing too early. */
  readonly conditions: readonly string[];
  readonly status: string;
  readonly caseStatus: string;
}

/** From a teacher's worry on a working evening to the closed case. */
export async function playViolence(stage: Stage): Promise<ViolencePlayed> {
  const { tale, later } = stage;
  const { receives, accepts, starts, completes } = workAt(stage);
  const { answers, acknowledges, closes } = referralAt(stage);
  const hub = checksAt(stage);
  tale.chapter(say.title);
  await stage.at('17:55');
  const referral = await referViolence(stage);
  const opened = await caseOf(stage, referral);
  const { safety, justice, body, mind, interview } = opened;
  const agencies = [safety, justice, body, interview].map(({ agency }) => agency);
  await strangerIsRefused(stage, referral);
  await hub.explainsClock(SCHOOL, referral, 'first-feedback');

  await later('PT4M');
  await receives(safety, 'tamar');
  await receives(justice, 'davit');
  await receives(body, 'mariam');
  await receives(interview, 'eka');
  await receives(mind, 'tamar');
  await later('PT6M');
  await accepts(safety, 'giorgi', 'ketevan');
  await accepts(justice, 'davit', 'levan');
  await accepts(body, 'mariam', 'zurab');
  await accountStaysClosed(stage, await accepts(interview, 'eka', 'natia'));
  await accepts(mind, 'giorgi', 'ketevan');
  await caseHasWorker(stage, opened.id);

  await later('PT10M');
  await starts(safety, say.notes.safety[stage.lang]);
  await answers(UNIT, referral, 'acting', say.notes.first[stage.lang]);
  await hub.answeredInTime(SCHOOL, referral, 'first-feedback');
  const conditions = await closingIsRefused(stage, referral);
  await acknowledges(SCHOOL, referral, 1);
  await later('PT15M');
  await starts(body, say.notes.body[stage.lang]);
  await starts(justice, say.notes.justice[stage.lang]);
  await later('PT1H30M');
  await completes(body, 'health-care-given', say.notes.bodyDone[stage.lang]);
  await safetyIsDecided(stage, opened.id);
  await completes(safety, 'protected', say.notes.safetyDone[stage.lang]);

  await stage.nextDay('11:00');
  await completes(justice, 'registered', say.notes.justiceDone[stage.lang]);
  await completes(interview, 'ready', say.notes.interviewDone[stage.lang]);
  await stage.at('15:00');
  await completes(mind, 'support-accepted', say.notes.mindDone[stage.lang]);
  await answers(UNIT, referral, 'outcome-protected', say.notes.outcome[stage.lang]);
  await later('PT40M');
  await acknowledges(SCHOOL, referral, 2);
  await hub.answeredInTime(SCHOOL, referral, 'outcome-feedback');
  await closes(UNIT, referral, 'help-given');
  await hub.tellsTimeline(UNIT, referral);
  await hub.feedsAreWhole([SCHOOL, ...agencies]);
  const { status } = await hub.seesEnd(SCHOOL, referral);
  const caseStatus = await caseIsClosed(stage, opened.id);
  return { referral, centre: interview.agency, conditions, status, caseStatus };
}

/** As far as a newcomer finds it: people are at work, deadlines run, the school has not heard yet. */
export async function beginViolence(stage: Stage): Promise<void> {
  const { receives, accepts, starts } = workAt(stage);
  const referral = await referViolence(stage);
  const { safety, justice, body } = await caseOf(stage, referral);
  await receives(safety, 'tamar');
  await accepts(safety, 'giorgi', 'ketevan');
  await starts(safety, say.notes.safety[stage.lang]);
  await receives(justice, 'davit');
  await accepts(body, 'mariam', 'zurab');
  await referralAt(stage).answers(UNIT, referral, 'acting', say.notes.first[stage.lang]);
}
