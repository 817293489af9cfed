import { type Meanings, w } from './meaning.ts';

/** What the fields of seals, protected addresses and undone conflicts mean. */
export const protectionMeanings: Meanings = {
  openTo: w(
    'უწყებები, რომლებსაც დალუქული კვლავ უჩანთ; პროკურატურას ყოველთვის.',
    'Kinds of agency to which the sealed part stays open; the prosecutor’s office always.',
  ),
  'SealView.reviewBy': w(
    'როდემდე უნდა ნახოს პროკურორმა, კვლავ საჭიროა თუ არა; ლუქი თავისით არ იხსნება.',
    'By when the prosecutor looks whether it is still needed; nothing opens by itself.',
  ),
  liftedAt: w('როდის მოიხსნა ლუქი.', 'When the seal was lifted.'),
  liftReason: w('რატომ მოიხსნა ლუქი.', 'Why the seal was lifted.'),
  sets: w(
    '`protect`: მისამართი დაცულია; `lift`: ითხოვენ, დაცული აღარ იყოს.',
    '`protect`: the address is protected; `lift`: it was asked to protect it no longer.',
  ),
  protected: w('დაცულია თუ არა მისამართი ახლა.', 'Whether the address is protected now.'),
  protectAddress: w(
    'მისამართი დაცულია: უჩანს მხოლოდ მას, ვინც ბავშვთან უნდა მივიდეს.',
    'The address is protected: shown only to those who must go there.',
  ),
  protectedAddress: w(
    'მისამართი დაცულია: აქ არ ჩანს; წერია, ვის მიმართოთ.',
    'The address is protected and not shown here; says whom to ask.',
  ),
  'protectedAddress.says': w('რა უნდა იცოდეთ, სიტყვებით.', 'What to know, in words.'),
  'protectedAddress.ask': w('უწყება, რომელსაც უნდა მიმართოთ.', 'The agency to ask.'),
  says: w('სიტყვებით, მოთხოვნილ ენაზე.', 'In words, in the language asked for.'),
  ask: w('უწყება, რომელსაც უნდა მიმართოთ.', 'The agency to ask.'),
  undone: w(
    'როდის და რომელ უწყებაში გააუქმა მეორე პირმა.',
    'When a second person undid it, and where.',
  ),
};
