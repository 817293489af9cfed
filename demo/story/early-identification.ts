import { type MunicipalitySystem, startSystem } from '../municipality/system.ts';
import { person } from '../stage/cast.ts';
import type { Stage } from '../stage/stage.ts';
import { must } from '../stage/until.ts';
import * as say from './early-words.ts';
import { earlyForm, REFERRERS } from './forms.ts';
import { type Routed, referralAt } from './referral.ts';
import { checksAt } from './referral-checks.ts';
import { oldWebhookIsRefused, webhookArrives, webhooksMatchFeed } from './webhook-checks.ts';
import { workAt } from './work.ts';

const RESOURCE_CENTRE = 'resource-centre-zestaponi';
const MUNICIPALITY = 'municipality-zestaponi';
const FORM = 'early-identification';

/** The resource centre sends its form; the hub finds the level and who answers. */
export async function referFamily(stage: Stage): Promise<Routed> {
  const lela = person(REFERRERS.early, stage.lang);
  const instrument = await takesForm(stage);
  const form = earlyForm(instrument, await stage.clock.now(), lela);
  return referralAt(stage).submitted(RESOURCE_CENTRE, lela.name, form);
}

export interface EarlyPlayed {
  readonly referral: Routed;
  readonly status: string;
  /** Types of the webhooks about this referral, in the order in which they came. */
  readonly webhooks: readonly string[];
  readonly refused: readonly string[];
}

/** From the form to the agreed plan; the municipality's own system is woken by webhooks. */
export async function playEarlyIdentification(stage: Stage): Promise<EarlyPlayed> {
  stage.tale.chapter(say.title);
  await stage.at('10:00');
  const system = await stage.tale.step(MUNICIPALITY, say.registersItsSystem, () =>
    startSystem(stage.hub, MUNICIPALITY),
  );
  try {
    return await play(stage, system);
  } finally {
    await system.stop();
  }
}

async function play(stage: Stage, system: MunicipalitySystem): Promise<EarlyPlayed> {
  const { later, lang } = stage;
  const { receives, accepts, starts, holds, completes } = workAt(stage);
  const { answers, acknowledges, closes } = referralAt(stage);
  const hub = checksAt(stage);
  const before = (await stage.desk(MUNICIPALITY).feed()).length;
  const referral = await referFamily(stage);
  const support = await municipalityIsAsked(stage, referral);
  await webhookArrives(stage, system, 'task.requested', support.task);

  await later('PT25M');
  await receives(support, 'irakli');
  await accepts(support, 'irakli', 'sopio');
  await answers(MUNICIPALITY, referral, 'acting', say.notes.first[lang]);
  await hub.answeredInTime(RESOURCE_CENTRE, referral, 'first-feedback');
  await acknowledges(RESOURCE_CENTRE, referral, 1);
  await webhookArrives(stage, system, 'feedback.acknowledged', referral.id);

  await stage.nextDay('11:00');
  await starts(support, say.notes.visit[lang]);
  await stage.nextDay('12:30');
  await holds(support, 'waiting-for-family', say.notes.consentAsked[lang]);
  await stage.nextDay('10:15');
  await starts(support, say.notes.consentGiven[lang]);
  await stage.nextDay('16:00');
  await completes(support, 'plan-agreed', say.notes.plan[lang]);
  await answers(MUNICIPALITY, referral, 'outcome-plan-agreed', say.notes.outcome[lang]);
  await stage.nextDay('09:30');
  await acknowledges(RESOURCE_CENTRE, referral, 2);
  await hub.answeredInTime(RESOURCE_CENTRE, referral, 'outcome-feedback');
  // The clock waits for what is on its way: the feed is compared when all of it is there.
  await later('PT15M');
  await oldWebhookIsRefused(stage, system);
  await closes(MUNICIPALITY, referral, 'help-given');
  const webhooks = await webhooksMatchFeed(stage, system, before);
  await hub.tellsTimeline(MUNICIPALITY, referral);
  await hub.feedsAreWhole([RESOURCE_CENTRE, MUNICIPALITY]);
  const { status } = await hub.seesEnd(RESOURCE_CENTRE, referral);
  const own = [referral.id, support.task] as string[];
  const types = webhooks.filter(({ about }) => own.includes(about)).map(({ type }) => type);
  return { referral, status, webhooks: types, refused: system.refused };
}

/** As far as a newcomer finds it: the municipality has accepted and its deadlines run. */
export async function beginEarlyIdentification(stage: Stage): Promise<void> {
  const { receives, accepts } = workAt(stage);
  const support = (await referFamily(stage)).task('support-family');
  await receives(support, 'irakli');
  await accepts(support, 'irakli', 'sopio');
}

const takesForm = ({ tale, desk, lang }: Stage) =>
  tale.step(RESOURCE_CENTRE, say.takesForm, async () => {
    const instruments = await desk(RESOURCE_CENTRE).instruments();
    const form = instruments.find(({ id }) => id === FORM);
    must(form !== undefined, `the form ${FORM} is not in force`);
    return { ...form, name: form.title[lang] };
  });

const municipalityIsAsked = ({ tale, label }: Stage, { routing, task }: Routed) =>
  tale.step('Ertad', say.municipalityIsAsked, async () => {
    must(routing.level === 2, `the level is ${routing.level}`);
    const support = task('support-family');
    must(support.agency === MUNICIPALITY, `it went to ${support.agency}`);
    return { ...support, level: label('levels', String(routing.level)) };
  });
