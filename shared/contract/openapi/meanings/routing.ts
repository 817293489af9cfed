import { type Meanings, w } from './meaning.ts';

/** What the fields of the explained routing mean. */
export const routingMeanings: Meanings = {
  referral: w('შეტყობინება.', 'The referral.'),
  referrals: w('შეტყობინებები.', 'The referrals.'),
  level: w('დონე.', 'The level.'),
  tasks: w('ამოცანები.', 'The tasks.'),
  task: w('ამოცანა.', 'The task.'),
  rule: w('წესი, რომელმაც ასე გადაწყვიტა.', 'The rule that decided so.'),
  why: w('რატომ.', 'Why.'),
};
