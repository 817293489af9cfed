import { EventType } from '../../../domain/journal/event.ts';
import { namedShapes } from '../../../domain/webhook/payload-schema.ts';
import { type Meanings, w } from './meaning.ts';

const EVENT_ID = w(
  'მოვლენის ნომერი: იგივე, რაც `webhook-id` და `id` ლენტაში.',
  'Id of the event: the same as `webhook-id`, and as `id` in the feed.',
);

/** What the fields of the feed, its days and its comparison mean, and those of the webhooks. */
export const feedMeanings: Meanings = {
  ...Object.fromEntries(
    Object.keys(namedShapes(EventType.options)).map((name) => [`${name}.id`, EVENT_ID]),
  ),
  'ChallengeNews.challenge': w(
    'ამ სიტყვით უპასუხეთ: ასე დასტურდება, რომ მისამართი თქვენია.',
    'Answer with this word: so it is proved that the endpoint is yours.',
  ),
  'FeedItem.id': EVENT_ID,
  'readFeed.after': w(
    'რომელი ნომრის შემდეგ; თუ არ არის, — დადასტურებული ნომრის შემდეგ.',
    'The number after which to read; without it, after the position you last confirmed.',
  ),
  'readFeed.wait': w(
    'რამდენ წამს დაელოდოს ახალ ჩანაწერს, თუ ჯერ არაფერია; მაქსიმუმ 20.',
    'How many seconds to wait for a new entry where there is none yet; at most 20.',
  ),
  'FeedPositionView.sequence': w(
    'ამ ნომრამდე ყველაფერი უწყების სისტემაშია.',
    'Everything up to this number is in the agency’s system.',
  ),
  'FeedPositionView.at': w('როდის გადაიწია ბოლოს.', 'When it was last moved.'),
  'putFeedPosition.sequence': w(
    'ნომერი, რომლამდეც ყველაფერი უკვე თქვენს სისტემაშია.',
    'The number up to which everything is in your system by now.',
  ),
  'rewindFeed.to': w(
    'ნომერი, რომლის შემდეგ კითხვა თავიდან დაიწყება; 0 — დასაწყისიდან.',
    'The number after which reading begins again; 0 is the beginning.',
  ),
  'rewindFeed.reason': w(
    'რატომ; კოდი სიიდან `rewindReasons`.',
    'Why; a code of the list `rewindReasons`.',
  ),
  'rewindFeed.agency': w(
    'რომელი უწყების ლენტაში; მხოლოდ ზედამხედველობა მიუთითებს სხვისას.',
    'In whose feed; only oversight names another than its own.',
  ),
  'getFeedPosition.agency': w(
    'რომელი უწყების; მხოლოდ ზედამხედველობა მიუთითებს სხვას.',
    'Of which agency; only oversight names another than its own.',
  ),
  'listFeedDigests.from': w(
    'პირველი დღე; თუ არ არის, — ბოლომდე ერთი კვირით ადრე.',
    'The first day; without it, a week with the last.',
  ),
  'listFeedDigests.to': w('ბოლო დღე; თუ არ არის, — დღეს.', 'The last day; without it, today.'),
  'FeedDigestView.day': w('დღე თბილისის დროით.', 'The civil day, in Georgia’s time.'),
  'getFeedDigest.day': w('დღე თბილისის დროით.', 'The civil day, in Georgia’s time.'),
  'FeedDigestView.final': w(
    'დღე დასრულდა და აღარასოდეს შეიცვლება; `false` მიმდინარე დღეა.',
    'The day is over and never changes any more; `false` is the day that still runs.',
  ),
  'FeedDigestView.count': w('რამდენი ჩანაწერი დაემატა.', 'How many entries came.'),
  'FeedDigestView.first': w(
    'დღის პირველი ნომერი; არ არის, თუ არაფერი მოსულა.',
    'The day’s first number; absent where nothing came.',
  ),
  'FeedDigestView.last': w(
    'ნომერი, რომლამდეც ლენტა დღის ბოლოს მივიდა.',
    'The number the feed had reached at the end of the day.',
  ),
  'FeedDigestView.hash': w(
    'SHA-256 დღის ჩანაწერებზე ნომრების მიხედვით: თითო ხაზზე ნომერი, ერთი ჰარი, მოვლენის `id` და ხაზის ბოლო (LF); თექვსმეტობითად.',
    'SHA-256 over the day’s entries in the order of their numbers, a line each: the number, one blank, the event’s `id`, a line feed; in hexadecimal. An empty day is the hash of nothing.',
  ),
  'reconcileFeed.from': w('პირველი ნომერი, რომელსაც ადარებთ.', 'The first number compared.'),
  'reconcileFeed.to': w(
    'ბოლო ნომერი; ერთ გამოძახებაში არაუმეტეს 1000 ჩანაწერი.',
    'The last number; at most 1000 entries in one call.',
  ),
  'reconcileFeed.ids': w(
    'ამ ნომრებს შორის რომელი მოვლენები გაქვთ, ნებისმიერი რიგით.',
    'Which events you hold between these numbers, in any order.',
  ),
  'reconcileFeed.day': w('დღე, რომელსაც ადარებთ.', 'The day compared.'),
  'reconcileFeed.count': w('რამდენი ჩანაწერი გაქვთ იმ დღიდან.', 'How many entries of it you hold.'),
  'reconcileFeed.last': w('ბოლო ნომერი, რომელიც გაქვთ.', 'The last number you hold.'),
  'reconcileFeed.hash': w(
    'თქვენი ჩანაწერების ანაბეჭდი, იმავე წესით, როგორც `FeedDigestView.hash`.',
    'The hash of what you hold, by the rule of `FeedDigestView.hash`.',
  ),
  'reconcileFeed.equal': w('ორივე მხარეს ერთი და იგივე აქვს.', 'Both sides hold the same.'),
  'reconcileFeed.missing': w('რაც თქვენ გაკლიათ.', 'What you lack.'),
  'reconcileFeed.missing.id': EVENT_ID,
  'reconcileFeed.missing.takenOverAt': w(
    'როდის დაადასტურა თქვენმა სისტემამ, რომ ეს უკვე ჰქონდა.',
    'When your system confirmed that it had this.',
  ),
  'reconcileFeed.missing.deliveries': w(
    'რა დაემართა ამ ჩანაწერის ვებჰუკებს.',
    'What became of the webhooks of this entry.',
  ),
  'reconcileFeed.missing.deliveries.endpoint': w('ვებჰუკის მისამართი.', 'The webhook endpoint.'),
  'reconcileFeed.unknown': w(
    'თქვენი ნომრები, რომლებიც ჰაბს აქ არასოდეს გაუგზავნია.',
    'Ids you named that the hub never sent between these numbers.',
  ),
  'reconcileFeed.compare': w(
    'რა შეადაროთ შემდეგ, `ids`-ით: მხოლოდ ანაბეჭდით არ ჩანს, რომელი გაკლიათ.',
    'What to compare next, by `ids`: a hash alone does not tell which one is missing.',
  ),
  'reconcileFeed.position': w(
    'სად დგას თქვენი სისტემა ლენტაში.',
    'Where your system stands in the feed.',
  ),
  'reconcileFeed.digest': w('ეს დღე ჰაბის მხარეს.', 'The day as the hub has it.'),
};
