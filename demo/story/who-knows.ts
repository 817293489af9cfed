import { person } from '../stage/cast.ts';
import type { Stage } from '../stage/stage.ts';
import { must } from '../stage/until.ts';
import { SCHOOL } from './friday-steps.ts';
import { referralAt } from './referral.ts';
import { whoKnowsForm } from './who-knows-form.ts';
import { journalAt } from './who-knows-journal.ts';
import { whoKnowsAt } from './who-knows-steps.ts';
import * as say from './who-knows-words.ts';
import { workAt } from './work.ts';

export interface WhoKnowsPlayed {
  /** What the second person found of the emergency look. */
  readonly finding: string;
  /** The rule that keeps the reporter hidden from the police. */
  readonly hiddenBy: string;
  /** What the check of the journal said of the whole, and of one that was tampered with. */
  readonly sound: string;
  readonly tampered: string;
}

/** Who may know what of a child, who looked all the same, and how that is proved two years later. */
export async function playWhoKnows(stage: Stage): Promise<WhoKnowsPlayed> {
  const { receives, accepts } = workAt(stage);
  const knows = whoKnowsAt(stage);
  const journal = journalAt(stage);

  stage.tale.chapter(say.title);
  await stage.nextDay('16:20');
  const nino = person('nino', stage.lang);
  const form = whoKnowsForm(nino);
  await knows.schoolAsksFirst(form);
  const referral = await referralAt(stage).submitted(SCHOOL, nino.name, form);
  const opened = referral.view.case;
  must(opened !== undefined, 'there is no case');
  const safety = referral.task('assess-safety');
  const justice = referral.task('register-report');
  await receives(safety, 'tamar');
  await accepts(safety, 'giorgi', 'ketevan');
  await receives(justice, 'davit');
  await accepts(justice, 'davit', 'levan');
  const hiddenBy = await knows.policeAskWhy(opened);

  await stage.later('PT10H');
  await knows.patrolIsRefused(opened);
  const ticket = await knows.patrolBreaksGlass(opened, referral);
  await knows.patrolReads(opened, referral);
  await knows.leadEndsIt(opened, ticket);
  await stage.nextDay('09:30');
  const finding = await knows.secondPersonReviews(opened);
  await knows.leadSeesWhoLooked(opened);

  const lines = await journal.isTakenOut();
  const sound = await journal.isChecked(lines);
  const tampered = await journal.betraysTampering(lines);
  return { finding, hiddenBy, sound, tampered };
}
