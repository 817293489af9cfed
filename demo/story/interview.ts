import { person } from '../stage/cast.ts';
import type { Stage } from '../stage/stage.ts';
import { must } from '../stage/until.ts';
import { afterIt } from './interview-after.ts';
import { beforeIt } from './interview-before.ts';
import { visitBooked } from './interview-booking.ts';
import { dayAt } from './interview-day.ts';
import { interviewForm } from './interview-form.ts';
import { planAt, SCHOOL, UNIT } from './interview-plan.ts';
import * as say from './interview-words.ts';
import { type Routed, referralAt } from './referral.ts';
import { workAt } from './work.ts';

export interface InterviewPlayed {
  readonly referral: Routed;
  /** What a second attempt was told. */
  readonly refused: string;
  readonly result: string;
}

/** One child, one interview: planned by all, booked by all, held once. */
export async function playInterview(stage: Stage): Promise<InterviewPlayed> {
  const { tale, lang, later } = stage;
  const { receives, accepts } = workAt(stage);
  const { answers } = referralAt(stage);
  const plan = planAt(stage);

  tale.chapter(say.title);
  await stage.nextDay('09:40');
  const nino = person('nino', lang);
  const form = interviewForm(await stage.clock.now(), nino);
  const referral = await referralAt(stage).submitted(SCHOOL, nino.name, form);
  const opened = referral.view.case;
  must(opened !== undefined, 'there is no case');
  const safety = referral.task('assess-safety');
  const justice = referral.task('register-report');
  await receives(safety, 'tamar');
  await accepts(safety, 'giorgi', 'ketevan');
  await receives(justice, 'davit');
  await accepts(justice, 'davit', 'levan');
  await answers(UNIT, referral, 'acting', say.notes.first[lang]);
  await later('PT2H');
  await plan.childIsSeen(opened);
  await plan.motherSpeaks(opened);

  const visit = await plan.policeOpens(opened);
  await plan.secondIsRefused(opened);
  const booked = await visitBooked(stage, visit.id);
  await plan.calendarSaysNothing(visit.id, booked);

  const before = beforeIt(stage, visit.id);
  const day = dayAt(stage, visit.id);
  const after = afterIt(stage, { visit: visit.id, opened });
  await stage.until(booked.meeting);
  await before.planningIsHeld();
  await before.everybodyFiles();
  await before.centreKnowsNothing(referral);
  await before.motherConsents();
  await before.everythingIsPrepared();

  await stage.until(booked.interview);
  await day.interviewIsHeld();
  await day.recordingIsFiled();
  await after.childLeaves();
  const refused = await plan.onceIsEnough(opened, visit.id);
  await stage.nextDay('10:00');
  await after.therapyIsOffered();
  await answers(UNIT, referral, 'child-seen', say.notes.second[lang]);
  const result = await after.everyAgencyIsAnswered();
  return { referral, refused, result };
}
