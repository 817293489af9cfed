import { parseArgs } from 'node:util';
import { ownHub } from './own-hub.ts';
import * as say from './run-words.ts';
import { stageAt } from './stage/stage.ts';
import { StepFailed } from './stage/tale.ts';
import { playEarlyIdentification } from './story/early-identification.ts';
import { playFriday } from './story/friday.ts';
import { playInterview } from './story/interview.ts';
import { playPowerCut } from './story/power-cut.ts';
import { playViolence } from './story/violence.ts';
import { playWhoKnows } from './story/who-knows.ts';

// `npm run demo`: the six stories, on a hub of its own or on a running one.
const { values } = parseArgs({
  options: {
    hub: { type: 'string' },
    lang: { type: 'string', default: 'en' },
  },
});
const lang = values.lang === 'ka' ? 'ka' : 'en';
const write = (line: string) => console.log(line);

if (!values.hub) write(say.starting[lang]);
const hub = values.hub
  ? { url: values.hub.replace(/\/+$/, ''), stop: async () => {} }
  : await ownHub();
process.once('SIGINT', () => void hub.stop().then(() => process.exit(130)));
try {
  write(values.hub ? say.running(hub.url)[lang] : say.own(hub.url)[lang]);
  const stage = await stageAt({ hub: hub.url, lang, write });
  const violence = await playViolence(stage);
  const early = await playEarlyIdentification(stage);
  const friday = await playFriday(stage);
  await playInterview(stage);
  await playPowerCut(stage);
  await playWhoKnows(stage);
  const played = [violence, early, friday];
  write(say.end(played.map(({ referral }) => referral.receiptNumber))[lang]);
} catch (error) {
  process.exitCode = 1;
  const known = error instanceof StepFailed;
  console.error(`\n${say.failed[lang]} ${known ? error.message : String(error)}`);
  if (!known && error instanceof Error) console.error(error.stack);
} finally {
  await hub.stop();
}
