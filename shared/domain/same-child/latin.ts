/**
 * Georgian letters in Latin ones by the national transliteration of 2002, without its apostrophes:
 * they are what most people leave out. Letters out of use stand with what they are written with today.
 */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ა: 'a', ბ: 'b', გ: 'g', დ: 'd', ე: 'e', ვ: 'v', ზ: 'z', თ: 't', ი: 'i', კ: 'k', ლ: 'l' },
  ...{ მ: 'm', ნ: 'n', ო: 'o', პ: 'p', ჟ: 'zh', რ: 'r', ს: 's', ტ: 't', უ: 'u', ფ: 'p', ქ: 'k' },
  ...{ ღ: 'gh', ყ: 'q', შ: 'sh', ჩ: 'ch', ც: 'ts', ძ: 'dz', წ: 'ts', ჭ: 'ch', ხ: 'kh', ჯ: 'j' },
  ...{ ჰ: 'h', ჱ: 'ei', ჲ: 'i', ჳ: 'vi', ჴ: 'kh', ჵ: 'o', ჶ: 'p' },
};

/** Latin letters with marks, as in ISO 9984 and on older papers. */
const MARKED: Readonly<Record<string, string>> = { č: 'ch', š: 'sh', ž: 'zh', ġ: 'gh', ḡ: 'gh' };

/** How one sound is commonly written otherwise; in this order, the longer before what it holds. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/tch/g, 'ch'],
  [/sch/g, 'sh'],
  [/dj/g, 'j'],
  [/zh/g, 'j'],
  [/ph|f/g, 'p'],
  [/th/g, 't'],
  [/ck/g, 'k'],
  [/c(?=[eiy])/g, 'ts'],
  [/c(?!h)/g, 'k'],
  [/gh/g, 'g'],
  // `x` and a bare `h` are written for the same letter as `kh`.
  [/kh|x/g, 'h'],
  // `q` is written for two letters, one of which the official table writes as `k`.
  [/q/g, 'k'],
  [/w/g, 'v'],
  [/y/g, 'i'],
  // Doubled letters come and go between papers.
  [/(.)\1+/g, '$1'],
];

/** Marks that stand on letters, and apostrophes in all the forms people type. */
const MARKS = /[\p{M}'’‘ʼʻ`´"]/gu;

/** One spelling for a word in either script: what may be told apart later is folded together here. */
export const folded = (word: string): string => {
  const lower = word.normalize('NFC').toLowerCase();
  const latin = [...lower].map((sign) => LETTERS[sign] ?? MARKED[sign] ?? sign).join('');
  const bare = latin.normalize('NFKD').replaceAll(MARKS, '');
  return SPELLINGS.reduce((spelt, [written, meant]) => spelt.replaceAll(written, meant), bare);
};
