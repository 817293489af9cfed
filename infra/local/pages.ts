export type Language = 'ka' | 'en';

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
