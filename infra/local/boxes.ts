import { escaped, type Language, page } from './pages.ts';
import type { OutgoingMessage } from './stores/outgoing.ts';

const BOXES = {
  mailbox: {
    ka: { title: 'ფოსტა', empty: 'წერილი არ გაგზავნილა.' },
    en: { title: 'Mailbox', empty: 'No mail has left the hub.' },
  },
  phonebox: {
    ka: { title: 'ტელეფონი', empty: 'შეტყობინება და ზარი არ ყოფილა.' },
    en: { title: 'Phone box', empty: 'No text message and no call has left the hub.' },
  },
} as const;

const WAYS = {
  ka: { sms: 'მოკლე შეტყობინება', call: 'ზარი', mail: 'წერილი' },
  en: { sms: 'Text message', call: 'Call', mail: 'Mail' },
} as const;

const LOOK = `<style>
  .box { list-style: none; padding: 0; display: grid; gap: .8rem }
  .box li { border: 1px solid #d6d9de; border-left: .4rem solid #2f6f9f; border-radius: .5rem;
    padding: .7rem 1rem; margin: 0 }
  .box .call { border-left-color: #b4412f } .box .mail { border-left-color: #5b7d3a }
  .box header { display: flex; flex-wrap: wrap; gap: .2rem 1rem; color: #444 }
  .box header b { color: #111 } .box time { margin-left: auto; font-variant-numeric: tabular-nums }
  .box h2 { font-size: 1rem; margin: .4rem 0 0 } .box p { margin: .4rem 0 0; white-space: pre-wrap;
    font-size: 1.15rem }
</style>`;

/** The time on the wall in Georgia: what the person called reads on the telephone. */
const WALL = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Tbilisi',
  dateStyle: 'short',
  timeStyle: 'medium',
});

const entry = (language: Language, { at, by, to, subject, text }: OutgoingMessage): string =>
  `<li class="${by}"><header><b>${WAYS[language][by]}</b><span>${escaped(to.join(', '))}</span>
   <time datetime="${escaped(at)}">${WALL.format(new Date(at))}</time></header>
   ${subject ? `<h2>${escaped(subject)}</h2>` : ''}<p>${escaped(text)}</p></li>`;

/** What left the hub by mail, or by text message and call: newest first. */
export function boxPage(
  box: keyof typeof BOXES,
  language: Language,
  messages: readonly OutgoingMessage[],
): string {
  const { title, empty } = BOXES[box][language];
  const other = language === 'ka' ? 'en' : 'ka';
  const switcher = `<p><a href="?lang=${other}">${other === 'ka' ? 'ქართული' : 'English'}</a></p>`;
  const entries = messages.toReversed().map((message) => entry(language, message));
  const list = `<ol class="box">${entries.join('')}</ol>`;
  return page(
    language,
    title,
    `${LOOK}${switcher}${entries.length > 0 ? list : `<p>${empty}</p>`}`,
  );
}
