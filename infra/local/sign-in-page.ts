import { escaped, page } from './pages.ts';
import type { Person } from './people.ts';

const TEXT = {
  ka: {
    title: 'შესვლა',
    note: 'მხოლოდ ადგილობრივი ჰაბი: პაროლი არ არის საჭირო.',
    other: 'English',
  },
  en: { title: 'Sign in', note: 'Local hub only: no password is asked.', other: 'ქართული' },
} as const;

/** Whom to sign in as: the local hub's people, each one button. */
export function signInPage(people: readonly Person[], language: 'ka' | 'en'): string {
  const text = TEXT[language];
  const other = language === 'ka' ? 'en' : 'ka';
  const buttons = people.map(
    ({ sub, name, agency }) =>
      `<li><button name="sub" value="${escaped(sub)}">${escaped(name[language])}</button>
       <small>${escaped(agency)}</small></li>`,
  );
  return page(
    language,
    text.title,
    `<p>${text.note} <a href="?lang=${other}">${text.other}</a></p>
     <form method="post"><ul>${buttons.join('')}</ul></form>`,
  );
}
