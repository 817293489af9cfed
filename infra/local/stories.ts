import { stageAt } from '../../demo/stage/stage.ts';
import { beginEarlyIdentification } from '../../demo/story/early-identification.ts';
import { beginViolence } from '../../demo/story/violence.ts';
import type { LocalHub } from './hub.ts';

/**
 * Tells the stories a newcomer finds: a violence referral on which people are at work, and a family
 * whose support has been accepted; lists, feeds and running deadlines are there to be seen. The
 * clock is left alone. An attempt that was cut short is taken up again, story by story.
 */
export async function tellStories(hub: Pick<LocalHub, 'url'>): Promise<void> {
  const stage = await stageAt({ hub: hub.url, lang: 'ka', write: () => {} });
  const told = async (agency: string) => (await stage.desk(agency).ownReferrals()).length > 0;
  if (!(await told('school-zestaponi'))) await beginViolence(stage);
  if (!(await told('resource-centre-zestaponi'))) await beginEarlyIdentification(stage);
}
