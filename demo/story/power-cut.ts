import { type MunicipalitySystem, startSystem } from '../municipality/system.ts';
import { person } from '../stage/cast.ts';
import type { Stage } from '../stage/stage.ts';
import { must } from '../stage/until.ts';
import { referFamily } from './early-identification.ts';
import { rungSoFar, SCHOOL, UNIT } from './friday-steps.ts';
import { afterCutAt } from './power-cut-after.ts';
import { powerCutForm } from './power-cut-form.ts';
import { MUNICIPALITY, powerCutAt } from './power-cut-steps.ts';
import * as say from './power-cut-words.ts';
import { type Routed, referralAt } from './referral.ts';
import { webhookArrives } from './webhook-checks.ts';
import { workAt } from './work.ts';

export interface PowerCutPlayed {
  readonly referral: Routed;
  /** How often the system sent webhooks away while it was down. */
  readonly sentAway: number;
  readonly recall: string;
}

/** A municipality’s system is down for an evening, and no work for a child waits for it. */
export async function playPowerCut(stage: Stage): Promise<PowerCutPlayed> {
  stage.tale.chapter(say.title);
  await stage.nextDay('09:30');
  await powerCutAt(stage).dutyIsNamed();
  const before = (await stage.desk(MUNICIPALITY).feed()).at(-1)?.sequence ?? 0;
  const system = await stage.tale.step(MUNICIPALITY, say.systemIsProved, async () => {
    const started = await startSystem(stage.hub, MUNICIPALITY);
    must(started.state === 'active', `the endpoint is ${started.state}`);
    return started;
  });
  try {
    return await play(stage, system, before);
  } finally {
    await system.stop();
  }
}

async function play(
  stage: Stage,
  system: MunicipalitySystem,
  before: number,
): Promise<PowerCutPlayed> {
  const { later, lang, tale } = stage;
  const { receives, accepts } = workAt(stage);
  const night = powerCutAt(stage);
  const after = afterCutAt(stage, system);
  const day = (await stage.clock.now()).toZonedDateTimeISO('Asia/Tbilisi').toPlainDate();

  await night.systemIsTested(system);
  await night.keyIsReplaced(system);
  const family = await referFamily(stage);
  const support = family.task('support-family');
  await webhookArrives(stage, system, 'task.requested', support.task);
  await night.bothKeysSign(system);
  await receives(support, 'irakli');
  await accepts(support, 'irakli', 'sopio');

  await stage.at('17:40');
  const nino = person('nino', lang);
  const form = powerCutForm(await stage.clock.now(), nino);
  const referral = await referralAt(stage).submitted(SCHOOL, nino.name, form);
  const opened = referral.view.case;
  must(opened !== undefined, 'there is no case');
  await receives(referral.task('assess-safety'), 'tamar');
  await accepts(referral.task('assess-safety'), 'giorgi', 'ketevan');
  await referralAt(stage).answers(UNIT, referral, 'acting', say.notes.first[lang]);

  await tale.step(MUNICIPALITY, say.powerFails, () => system.power(false));
  const silent = await rungSoFar(stage);
  const room = await night.unitAsks(opened);
  await night.systemDoesNotTake(system, room);
  await night.personIsTold(silent);
  const told = await rungSoFar(stage);
  await later('PT6M');
  await night.personIsCalled(told);
  await receives(room, 'irakli');
  await accepts(room, 'irakli', 'sopio');

  await later('PT1H');
  await tale.step(MUNICIPALITY, say.powerIsBack, () => system.power(true));
  await later('PT30M');
  await after.everythingArrived(before);
  await after.serviceIsProved(room);
  await after.systemReports(room);
  await stage.nextDay('10:00');
  await after.daysAreEqual(day.toString());
  await after.familyWithdraws(family);
  const recall = await after.recallIsAnswered(family);
  return { referral, sentAway: system.sentAway.length, recall };
}
