import { type Meanings, w } from './meaning.ts';

/** What the fields of the one interview, and of what goes beyond it mean. */
export const oneInterviewMeanings: Meanings = {
  'EpisodeView.number': w('მოთხოვნის ნომერი.', 'Number of the request.'),
  opens: w('რომელი ეპიზოდი იხსნება.', 'Which episode it opens.'),
  side: w('ვინ მოითხოვა: წამყვანმა თუ პროკურორმა.', 'Who asked: the lead or the prosecutor.'),
  episode: w(
    'რომელი ეპიზოდია; თითოეულზე ბავშვი ერთხელ გამოიკითხება.',
    'Which episode it is; in each the child is interviewed once.',
  ),
  'GuardedVisit.place': w(
    'ამ ეპიზოდში მერამდენე გამოკითხვაა.',
    'The how-manieth interview of this episode it is.',
  ),
  'GuardedVisit.further': w(
    'თუ დამატებითი გამოკითხვაა: რატომ და ვინ დაამტკიცა.',
    'Of a further interview: why, and who approved it.',
  ),
  'GuardedVisit.further.after': w('რომელ გამოკითხვას მოსდევს.', 'Which interview it follows.'),
  'GuardedVisit.further.need': w('რატომ არის საჭირო.', 'Why it is needed.'),
  'askFurther.need': w(
    'რატომ არის საჭირო, `furtherNeeds` სიიდან.',
    'Why it is needed, of the list `furtherNeeds`.',
  ),
  necessity: w(
    'წერილობითი დასაბუთება: რატომ არ კმარა ჩანაწერი.',
    'The written necessity: why the recording is not enough.',
  ),
  'GuardedVisit.further.topics': w('რამდენ საკითხს ეხება.', 'How many topics it is about.'),
  'askFurther.topics': w(
    'საკითხები, რომლებზეც ბავშვი ჯერ არ გამოკითხულა.',
    'Topics about which the child has not been asked.',
  ),
  otherInterviewer: w(
    'რატომ ვერ ატარებს იგივე გამომკითხველი.',
    'Why the interviewer of before cannot hold it.',
  ),
  approved: w('რომელმა უწყებამ და როდის დაამტკიცა.', 'Which agency approved it, and when.'),
  goesOn: w(
    'შეწყვეტილი გამოკითხვა, რომელიც გრძელდება.',
    'An interview that was broken off and goes on.',
  ),
  'GuardedVisit.goesOn.until': w(
    'ამ დრომდე გაგრძელებას თანხმობა არ სჭირდება, ბავშვის პასუხის გარდა.',
    'Begun before this, it needs nobody’s approval but the child’s own yes.',
  ),
  childAgreedAt: w(
    'როდის თქვა ბავშვმა, რომ სურს გაგრძელება.',
    'When the child said that it wants to go on.',
  ),
  childAgrees: w('რა თქვა ბავშვმა.', 'What the child said.'),
  'GuardedVisit.order': w('სასამართლოს განჩინება.', 'The court’s order.'),
  'GuardedVisit.order.document': w('დოკუმენტის ნომერი.', 'Number of the document.'),
  'GuardedVisit.order.court': w('რომელმა სასამართლომ გასცა.', 'Which court gave it.'),
  'askFurther.order': w(
    'სასამართლოს განჩინება; მას სხვა უწყების თანხმობა არ სჭირდება.',
    'A court’s order; it needs no other agency’s approval.',
  ),
  'askFurther.order.document': w('დოკუმენტის ნომერი.', 'Number of the document.'),
  'askFurther.order.court': w('რომელმა სასამართლომ გასცა.', 'Which court gave it.'),
  'askFurther.topics.topic': w(
    'საკითხი, `interviewTopics` სიიდან.',
    'The topic, of the list `interviewTopics`.',
  ),
  'askFurther.topics.question': w('რა უნდა ჰკითხონ.', 'What is to be asked.'),
  'GuardedVisit.needs': w(
    'რა აკლია, სანამ დრო დაიჯავშნება; არ არის, თუ არაფერი აკლია.',
    'What is missing before a time may be booked; absent when nothing is.',
  ),
  'closeVisit.document': w(
    'სასამართლოს ახალი დოკუმენტი, თუ გამოკითხვა მან დანიშნა.',
    'The court’s own later document, where it had ordered the interview.',
  ),
  'approveInterview.interviewId': w('გამოკითხვის ნომერი.', 'Id of the interview.'),
  'goOn.interviewId': w('გამოკითხვის ნომერი.', 'Id of the interview.'),
  'closeVisit.interviewId': w('გამოკითხვის ნომერი.', 'Id of the interview.'),
};
