import type { Said } from './stage/tale.ts';

export const starting: Said = {
  ka: 'ირთვება დროებითი სისტემა …',
  en: 'Starting a hub for the demo …',
};

const planned: Said = {
  ka: 'წესების პაკეტში ის დაგეგმილია, რადგან გახსნა დადასტურებული არ არის.',
  en: 'The policy pack has it as planned, since its opening is not verified.',
};

export const own = (url: string): Said => ({
  ka: `ერთად: ${url}, დროებით საქაღალდეში.
ქუთაისის ცენტრი აქ გახსნილად ითვლება. ${planned.ka}`,
  en: `Ertad: ${url}, in a temporary folder.
The centre in Kutaisi counts as open here. ${planned.en}`,
});

export const running = (url: string): Said => ({
  ka: `ერთად: ${url}. მისი საათი რამდენიმე კვირით წინ გადაინაცვლებს.
ქუთაისის ცენტრი გახსნილად ითვლება, თუ ERTAD_OPEN_CENTRES სხვას არ ამბობს. ${planned.ka}`,
  en: `Ertad: ${url}. Its clock is moved on by some weeks.
The centre in Kutaisi counts as open unless ERTAD_OPEN_CENTRES says otherwise. ${planned.en}`,
});

export const end = (receipts: readonly string[]): Said => ({
  ka: `\nდახურულია: ${receipts.join(', ')}. მეოთხე, მეხუთე და მეექვსე ბავშვის დახმარება გრძელდება.`,
  en: `\nClosed: ${receipts.join(', ')}. The care for the fourth, the fifth and the sixth child goes on.`,
});

export const failed: Said = {
  ka: 'შეფერხდა:',
  en: 'Failed at',
};
