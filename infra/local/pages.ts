import type { OutgoingMessage } from './stores/outgoing.ts';

export type Language = 'ka' | 'en';

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

/** What left the hub by mail, or by text message and call: newest first. */
export function boxPage(
  box: keyof typeof BOXES,
  language: Language,
  messages: readonly OutgoingMessage[],
): string {
  const { title, empty } = BOXES[box][language];
  const other = language === 'ka' ? 'en' : 'ka';
  const entries = messages.toReversed().map(
    ({ at, to, subject, text }) =>
      `<article><p><time>${escaped(at)}</time> → ${escaped(to.join(', '))}</p>
       ${subject ? `<h2>${escaped(subject)}</h2>` : ''}<pre>${escaped(text)}</pre></article>`,
  );
  const switcher = `<p><a href="?lang=${other}">${other === 'ka' ? 'ქართული' : 'English'}</a></p>`;
  return page(language, title, `${switcher}${entries.join('') || `<p>${empty}</p>`}`);
}

/** A small page of the local hub's own. */
export const page = (language: Language, title: string, body: string): string =>
  `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} · Ertad</title>
<style>
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
  ul { list-style: none; padding: 0 } li { margin: .5rem 0 }
  button { font: inherit; padding: .4rem .8rem; cursor: pointer }
  article { border-top: 1px solid #ccc } pre { white-space: pre-wrap }
</style>
<h1>${title}</h1>
${body}
</html>
`;

/** Text made safe to stand in HTML. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** The language a page is shown in: `?lang=`, else the browser's first wish. */
export function languageOf(url: URL, acceptLanguage = ''): Language {
  const wished = url.searchParams.get('lang') ?? acceptLanguage;
  return wished.trim().startsWith('ka') ? 'ka' : 'en';
}
