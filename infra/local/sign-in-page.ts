import { escaped, type Language, page } from './pages.ts';
import type { Person } from './people.ts';

const TEXT = {
  ka: {
    title: 'შესვლა',
    note: 'მხოლოდ ადგილობრივი ჰაბი: პაროლი არ არის საჭირო.',
    invited: 'მოწვეული ანგარიშები',
    second: 'მეორე ფაქტორი',
    ask: 'ერთჯერადი კოდი აუთენტიფიკატორიდან',
    enter: 'შესვლა',
    wrong: 'კოდი არასწორია, ვადაგასულია ან უკვე გამოყენებულია. სცადეთ შემდეგი.',
    instead: 'მხოლოდ ადგილობრივი ჰაბი: ტელეფონის ნაცვლად კოდს ეს გვერდი აჩვენებს.',
    secret: 'საიდუმლო აუთენტიფიკატორისთვის',
    now: 'კოდი ახლა',
    other: 'English',
  },
  en: {
    title: 'Sign in',
    note: 'Local hub only: no password is asked.',
    invited: 'Invited accounts',
    second: 'Second factor',
    ask: 'One-time code of the authenticator app',
    enter: 'Sign in',
    wrong: 'The code is wrong, has passed or was used already. Try the next one.',
    instead: 'Local hub only: this page shows the code in place of a telephone.',
    secret: 'Secret for an authenticator app',
    now: 'Code now',
    other: 'ქართული',
  },
} as const;

const button = (sub: string, says: string, agency: string) =>
  `<li><button name="sub" value="${escaped(sub)}">${escaped(says)}</button>
   <small>${escaped(agency)}</small></li>`;

/** Whom to sign in as: the local hub's people and whoever was invited, each one button. */
export function signInPage(
  people: readonly Person[],
  invited: readonly { readonly sub: string; readonly username: string }[],
  language: Language,
): string {
  const text = TEXT[language];
  const known = people.map(({ sub, name, agency }) => button(sub, name[language], agency));
  const others = invited.map(({ sub, username }) => button(sub, username, ''));
  const more = others.length > 0 ? `<h2>${text.invited}</h2><ul>${others.join('')}</ul>` : '';
  return page(
    language,
    text.title,
    `<p>${text.note} ${otherLanguage(language)}</p>
     <form method="post"><ul>${known.join('')}</ul>${more}</form>`,
  );
}

/** Asks for the code; what a telephone would show stands beside it. */
export function secondFactorPage(
  shown: { readonly secret: string; readonly code: string },
  wrong: boolean,
  language: Language,
): string {
  const text = TEXT[language];
  return page(
    language,
    text.second,
    `${wrong ? `<p role="alert">${text.wrong}</p>` : ''}
     <form method="post"><label>${text.ask}
       <input name="code" inputmode="numeric" autocomplete="one-time-code" autofocus></label>
       <button>${text.enter}</button></form>
     <p>${text.instead} ${otherLanguage(language)}</p>
     <p>${text.secret}: <code id="secret">${shown.secret}</code></p>
     <p>${text.now}: <code id="code">${shown.code}</code></p>`,
  );
}

const otherLanguage = (language: Language): string =>
  `<a href="?lang=${language === 'ka' ? 'en' : 'ka'}">${TEXT[language].other}</a>`;
