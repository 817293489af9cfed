import { type Meanings, w } from './meaning.ts';

/** How long records are kept, what holds them, and how keys are wrapped anew. */
export const retentionMeanings: Meanings = {
  erased: w(
    'შენახვის ვადა გავიდა: ჩანაწერის შინაარსი წაშლილია; დარჩა მხოლოდ ნომრები, კოდები და დრო.',
    'Its time had come: what the record held was erased; ids, codes and times remain.',
  ),
  'ErasedView.says': w('იგივე სიტყვებით.', 'The same in words.'),
  'ErasedView.rule': w('რომელი წესით.', 'By which rule.'),
  'RetentionView.rule': w('შენახვის რომელი წესი მოქმედებს.', 'Which rule of retention applies.'),
  'listErasures.items.rule': w('რომელი წესით.', 'By which rule.'),
  endedAt: w('როდის დასრულდა.', 'When it ended.'),
  recordedAt: w('როდის დაფიქსირდა.', 'When it was recorded.'),
  'ProceedingsEnd.outcome': w('რითი დასრულდა პროცესი.', 'How proceedings ended.'),
  erasures: w('რომელი ჩანაწერი როდის წაიშლება.', 'Which record is erased when.'),
  on: w('რომელ დღეს.', 'On which day.'),
  eraseOn: w('რომელ დღეს წაიშლება.', 'On which day it is erased.'),
  keptBecause: w(
    'რა შეინახავდა ჩანაწერს, ვადა ახლა რომ გასულიყო.',
    'What would keep it if its time came now.',
  ),
  'RetentionView.since': w('საიდან ითვლება ვადა.', 'From when it counts.'),
  'RetentionView.holds': w('წაშლის შეჩერებები.', 'Its holds.'),
  liftingAsked: w(
    'მოხსნა მოთხოვნილია; მეორე პირის თანხმობამდე შეჩერება მოქმედებს.',
    'Somebody asked to lift it; until a second person agrees it counts.',
  ),
  lifted: w('ვინ და როდის მოხსნა.', 'Who lifted it, and when.'),
  'HoldView.holds': w('ჯერ კიდევ მოქმედებს.', 'It still counts.'),
  'listErasures.until': w('რომელ დრომდე.', 'Until when.'),
  begunAt: w('როდის დაიწყო.', 'When it began.'),
  rewrapped: w('რამდენი გასაღები დაიფარა ხელახლა.', 'How many keys were wrapped anew.'),
  passed: w(
    'რამდენს არ სჭირდებოდა: წაშლილი ან საკმარისად ახალი.',
    'How many needed it not: erased, or new enough.',
  ),
};
