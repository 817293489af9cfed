import { type Meanings, w } from './meaning.ts';

/** What the fields of access and its journal mean. */
export const accessMeanings: Meanings = {
  record: w(
    'ჩანაწერის ნომერი: შეტყობინება, შემთხვევა, ამოცანა ან მიღება.',
    'Id of the record: a referral, case, task or visit.',
  ),
  decision: w(
    '`allow`: ყველა ჯგუფი ღიაა; `allow-limited`: ღიაა მხოლოდ ჩამოთვლილი; `deny`: არ შეუძლია.',
    '`allow`: every field group is open; `allow-limited`: only those listed; `deny`: it may not.',
  ),
  rules: w(
    'წესები, რომლებმაც გადაწყვიტა; ცარიელია, თუ მოქმედებას არც ერთი წესი არ უშვებს.',
    'The rules that decided; none where no rule allows it.',
  ),
  group: w('მონაცემთა ჯგუფი.', 'The group of fields.'),
  'explainAccess.action': w('მოქმედება, რომელზეც კითხულობთ.', 'The action you ask about.'),
  actions: w(
    'მოქმედებები, რომლებსაც წესები ამ ჩანაწერზე უშვებს.',
    'The actions that the rules allow with this record.',
  ),
  'AccessExplained.action': w('მოქმედება.', 'The action.'),
  says: w('რას ამბობს წესი.', 'What the rule says.'),
  purpose: w('რას ემსახურება წესი.', 'What the rule serves.'),
  relations: w('რა კავშირი აქვს ანგარიშს ჩანაწერთან.', 'How the account stands to the record.'),
  open: w('ჩანს თუ არა ჯგუფი.', 'Whether the group is shown.'),
  closedBy: w('წესი, რომელმაც ჯგუფი დახურა.', 'The rule that closed the group.'),
};
