import { type Meanings, w } from './meaning.ts';

/** What the fields of a proof of service mean. */
export const serviceMeanings: Meanings = {
  'ServiceRecord.agency': w('უწყება, რომელსაც ამოცანა მიეცა.', 'The agency that was asked.'),
  'ServiceRecord.items': w(
    'რა მოხდა, დროის მიხედვით. ყველა მკითხველს ერთი და იგივე ფაქტები აქვს; განსხვავდება მხოლოდ `label`, `host` და `excerpt`.',
    'What happened, in order of time. Every reader has the same facts; only `label`, `host` and `excerpt` differ.',
  ),
  'ServiceRecord.hash': w(
    'ბოლო ჩანაწერის `hash`: ერთნაირია ყველა მკითხველისთვის. დაბეჭდილი ასლი ნამდვილია, თუ მისი `hash` დღევანდელ `items`-ში რომელიმე სტრიქონს ეკუთვნის.',
    'The `hash` of the last line, the same for every reader. A printed copy is genuine when its `hash` is that of a line in `items` today.',
  ),
  'ServiceRecord.items.hash': w(
    'SHA-256 (hex): წინა სტრიქონის `hash` (პირველისთვის ამოცანის ნომერი), ახალი ხაზის ნიშანი და ეს სტრიქონი JSON-ად, `label`-ის, `host`-ის, `excerpt`-ისა და `hash`-ის გარეშე: სახელები ანბანზე, შუალედების გარეშე.',
    'SHA-256 (hex) over the `hash` of the line before (for the first, the id of the task), a line feed, and this line as JSON without `label`, `host`, `excerpt` and `hash`: names in alphabetical order, no spaces.',
  ),
  'ServiceRecord.items.at': w(
    'როდის: მცდელობისთვის — დაწყების დრო.',
    'When; of an attempt, when it began.',
  ),
  'ServiceRecord.items.what': w(
    'requested: მიეცა; told: ჩაიწერა ლენტაში; attempted: ვებჰუკის მცდელობა; delivered: სისტემამ აიღო; fetched: უწყებამ წაიკითხა; called: ადამიანს დაუკავშირდნენ; unreached: დროულად ვერ მიაღწია; parked: გადაიდო; received: ადამიანმა ჩაიბარა. მხოლოდ ბოლოა ჩაბარება.',
    'requested: asked; told: written into the feed; attempted: a webhook was sent; delivered: a system took it; fetched: the agency read it; called: a person was called; unreached: not there in time; parked: put aside; received: by a person. Only the last is a receipt.',
  ),
  'ServiceRecord.items.agency': w('რომელი უწყება.', 'Which agency.'),
  'ServiceRecord.items.account': w(
    'რომელი ანგარიშით: ნომერი, არა სახელი.',
    'By which account: its id, never a name.',
  ),
  'ServiceRecord.items.through': w(
    'რომელი გასაღებით მოაწერა ხელი უწყების სისტემამ.',
    'The key with which the agency’s own system signed it.',
  ),
  'ServiceRecord.items.action': w('რა წაიკითხა.', 'What was read.'),
  'ServiceRecord.items.sequence': w('ნომერი უწყების ლენტაში.', 'The number in the agency’s feed.'),
  'ServiceRecord.items.sequences': w('რომელი ნომრები გადაიდო.', 'Which numbers were put aside.'),
  'ServiceRecord.items.event': w(
    'მოვლენის ნომერი: იგივე, რაც `webhook-id`.',
    'Id of the event: the same as `webhook-id`.',
  ),
  'ServiceRecord.items.type': w('რა მოვლენა იყო.', 'The type of the event.'),
  'ServiceRecord.items.endpoint': w('რომელ ვებჰუკზე.', 'At which endpoint.'),
  'ServiceRecord.items.attempt': w(
    'მერამდენე მცდელობა ამ ვებჰუკზე.',
    'Which attempt of this webhook at this endpoint, counted from 1.',
  ),
  'ServiceRecord.items.status': w(
    'HTTP სტატუსი, რომლითაც უპასუხა.',
    'The HTTP status it answered.',
  ),
  'ServiceRecord.items.error': w('რატომ არ მოვიდა პასუხი.', 'Why there was no answer.'),
  'ServiceRecord.items.milliseconds': w('რამდენ მილიწამში.', 'Milliseconds it took.'),
  'ServiceRecord.items.keys': w(
    'რომელი გასაღებებით მოეწერა ხელი.',
    'The numbers of the keys that signed.',
  ),
  'ServiceRecord.items.replay': w(
    'მერამდენე ხელით გამეორებაა; პირველ გაგზავნას არ აქვს.',
    'Which sending by hand it belongs to; absent for the first sending.',
  ),
  'ServiceRecord.items.role': w('ვის, რა როლით.', 'Whom, in which role.'),
  'ServiceRecord.items.way': w('რა გზით.', 'By which way.'),
  'ServiceRecord.items.result': w('რა შედეგით.', 'With which result.'),
  'ServiceRecord.items.host': w(
    'სად გაიგზავნა; ჩანს მხოლოდ ამოცანის უწყებისთვის.',
    'Where it went; shown to the task’s agency alone.',
  ),
  'ServiceRecord.items.excerpt': w(
    'პასუხის დასაწყისი; ჩანს მხოლოდ ამოცანის უწყებისთვის.',
    'The beginning of the answer; shown to the task’s agency alone.',
  ),
};
