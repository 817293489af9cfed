import type { InterviewId } from '../../../shared/domain/ids.ts';
import { CENTRE, GIORGI, LEAD, POLICE, PROSECUTOR } from './case.ts';
import { WHO, WORDS } from './child.ts';
import type { Teller } from './teller.ts';

type Present = readonly { readonly role: string; readonly agency: string }[];
const HASH = 'a'.repeat(64);

/** The day at the centre, the register of what was recorded, and the care afterwards. */
export async function heldInterview(tell: Teller, interviewId: InterviewId, present: Present) {
  const { say } = tell;
  const at = { interviewId };
  const there = present.map((one) => ({ ...one, name: WORDS, sameNameChecked: true }));
  await say(CENTRE, 'startVisit', at, { present: there });
  await say(CENTRE, 'visitBreak', at, { begin: true, collectsQuestions: true });
  await say(CENTRE, 'visitBreak', at, { end: true });
  await say(CENTRE, 'endVisit', at, { result: 'completed', covered: [1], notAsked: [] });
  await recorded(tell, interviewId);
  await caredFor(tell, interviewId);
}

/** What was recorded is kept, lent, asked for and answered. */
async function recorded({ say }: Teller, interviewId: InterviewId) {
  const at = { interviewId };
  const item = { content: 'original', sha256: HASH, holder: CENTRE, place: WORDS };
  await say(CENTRE, 'fileRecording', at, item);
  const one = { ...at, number: 1 };
  const use = { use: 'view', who: POLICE, purpose: 'investigation', note: WORDS };
  await say(CENTRE, 'useRecording', one, use);
  for (const answer of [{ answer: 'given' }, { answer: 'refused', reason: 'not-entitled' }]) {
    const asking = { purpose: 'investigation', note: WORDS };
    const { items } = (await say(POLICE, 'askForRecording', one, asking)) as {
      items: { history: { number: number }[] }[];
    };
    const request = items[0]?.history.at(-1)?.number ?? 0;
    await say(CENTRE, 'answerRequest', { ...one, request }, { ...answer, note: WORDS });
  }
  const over = { use: 'handover', who: PROSECUTOR, purpose: 'prosecution', note: WORDS };
  await say(CENTRE, 'useRecording', one, over);
}

async function caredFor({ say }: Teller, interviewId: InterviewId) {
  const at = { interviewId };
  const screen = { code: 'self-harm-screen', state: 'done', result: 'acute-risk', note: WORDS };
  await say(CENTRE, 'recordCare', at, screen);
  const contact = { code: 'named-contact', state: 'done', person: WHO, note: WORDS };
  await say(LEAD, 'recordCare', at, contact);
  await say(GIORGI, 'recordCare', at, { code: 'therapy', state: 'offered', note: WORDS });
}
