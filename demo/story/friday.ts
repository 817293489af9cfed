import { person } from '../stage/cast.ts';
import type { Stage } from '../stage/stage.ts';
import { must } from '../stage/until.ts';
import { fridayForm } from './friday-form.ts';
import { fridayAt, rungSoFar, SCHOOL, UNIT } from './friday-steps.ts';
import * as say from './friday-words.ts';
import { type Routed, type RoutedTask, referralAt } from './referral.ts';
import { checksAt } from './referral-checks.ts';
import { workAt } from './work.ts';

export interface FridayPlayed {
  readonly referral: Routed;
  readonly status: string;
}

/** 17:55 on the last working evening: what no father, no head of school and no machine can stop. */
export async function playFriday(stage: Stage): Promise<FridayPlayed> {
  const { tale, later, lang } = stage;
  const { receives, accepts, completes } = workAt(stage);
  const { submitted, answers, acknowledges, closes } = referralAt(stage);
  const evening = fridayAt(stage);
  const hub = checksAt(stage);
  const note = (name: keyof typeof say.notes) => say.notes[name][lang];

  tale.chapter(say.title);
  await stage.friday('17:55');
  await evening.weekendBegins();
  const silent = await rungSoFar(stage);
  const nino = person('nino', lang);
  const referral = await submitted(SCHOOL, nino.name, fridayForm(await stage.clock.now(), nino));
  const opened = referral.view.case;
  must(opened !== undefined, 'there is no case');
  const safety = referral.task('assess-safety');
  const justice = referral.task('register-report');
  const body = referral.task('provide-health-care');
  await evening.phoneRings(referral, silent);
  await evening.machineFetches(justice);

  await later('PT6M');
  await receives(safety, 'tamar');
  await accepts(safety, 'tamar', 'giorgi');
  await receives(body, 'mariam');
  await accepts(body, 'mariam', 'zurab');
  await evening.withdrawalIsRefused(referral);
  await evening.stopsNothing(referral, opened);

  const rung = await rungSoFar(stage);
  await later('PT15M');
  await evening.ladderClimbs(referral, rung);
  await receives(justice, 'davit');
  await accepts(justice, 'davit', 'levan');
  await evening.familyIsShielded(opened);

  await later('PT30M');
  const { tasks } = await evening.entryIsRefused(opened);
  await evening.oversightSees(referral);
  await completes(body, 'health-care-given', note('body'));
  await later('PT9M');
  for (const { id, agency, kind } of tasks) {
    const work = { task: id, agency, kind } as unknown as RoutedTask;
    await accepts(work, kind.code === 'enter-home' ? 'davit' : 'salome', 'standIn');
    await completes(work, 'done', note(kind.code === 'enter-home' ? 'entered' : 'ground'));
  }
  await later('PT25M');
  await evening.decidesSafety(opened, note('seen'));
  await answers(UNIT, referral, 'child-seen', note('first'));
  await hub.answeredInTime(SCHOOL, referral, 'first-feedback');
  await evening.openBeforeEnd(referral);

  await later('P2D');
  await evening.decidesSafety(opened, note('reviewed'));
  await stage.nextDay('11:00');
  await completes(safety, 'protected', note('safe'));
  await completes(justice, 'registered', note('registered'));
  await evening.twoConsider(referral);
  await evening.secondPersonWaives(opened, referral.task('offer-psychological-support'));
  await answers(UNIT, referral, 'outcome-protected', note('outcome'));
  await acknowledges(SCHOOL, referral, 1);
  await acknowledges(SCHOOL, referral, 2);
  await closes(UNIT, referral, 'help-given');
  const { status } = await hub.seesEnd(SCHOOL, referral);
  return { referral, status };
}
