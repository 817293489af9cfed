import type { FunctionName } from '../endpoint.ts';

/** The parts of the contract, in the order in which a newcomer reads them. */
export const areas: Readonly<
  Record<FunctionName, { readonly title: Words; readonly about: Words }>
> = {
  referrals: {
    title: { ka: 'შეტყობინებები', en: 'Referrals' },
    about: {
      ka: 'შეტყობინების გაგზავნა, მისი მდგომარეობა, უკუკავშირი შემტყობინებელს და დახურვა.',
      en: 'Sending a referral, what is happening with it, feedback to the referrer, and closing.',
    },
  },
  tasks: {
    title: { ka: 'ამოცანები', en: 'Tasks' },
    about: {
      ka: 'რა უნდა გააკეთოს თქვენმა უწყებამ და როდემდე: მიღება, აღება, შესრულება, გადამისამართება.',
      en: 'What your agency must do, and by when: receive, accept, do, pass on.',
    },
  },
  cases: {
    title: { ka: 'შემთხვევები', en: 'Cases' },
    about: {
      ka: 'ერთი ბავშვის შემთხვევა და ყველა უწყების ამოცანები ერთად.',
      en: 'The case of one child, with the tasks of all agencies side by side.',
    },
  },
  protection: {
    title: { ka: 'ლუქი და დაცული მისამართი', en: 'Seals and protected addresses' },
    about: {
      ka: 'რას ლუქავს პროკურორი და ვისთვის რჩება ღია; ვის უჩანს ბავშვის დაცული მისამართი.',
      en: 'What a prosecutor seals and to whom it stays open; to whom a protected address is shown.',
    },
  },
  interviews: {
    title: { ka: 'ერთობლივი გამოკითხვა', en: 'Joint interview' },
    about: {
      ka: 'ცენტრში მიღების დღე და მისი გეგმა: ვადა, ადგილი, მონაწილეები, თანხმობა; ერთი გამოკითხვა ერთ ბავშვს.',
      en: 'The visit to the child centre and its plan: deadline, place, roles, consent; one interview for one child.',
    },
  },
  bookings: {
    title: { ka: 'დრო და დაჯავშნა', en: 'Times and bookings' },
    about: {
      ka: 'თავისუფალი დრო მიზეზებით, დროებითი დაჯავშნა, დადასტურება, გადატანა, გაუქმება, მოლოდინის რიგი.',
      en: 'Free times with their reasons, holds, confirmations, moves, cancellations, the waiting list.',
    },
  },
  visits: {
    title: { ka: 'მიღების დღე', en: 'Day at the centre' },
    about: {
      ka: 'დაგეგმვის შეხვედრა, საკითხები, მომზადება, გამოკითხვა, ჩანაწერი და შემდგომი დახმარება.',
      en: 'Planning meeting, topics, preparation, the interview itself, its recording, and care afterwards.',
    },
  },
  resources: {
    title: { ka: 'რესურსები და კალენდრები', en: 'Resources and calendars' },
    about: {
      ka: 'ადამიანები, ოთახები, ჩამწერები და მანქანები: როდის არიან თავისუფლები და კალენდრის არხები.',
      en: 'People, rooms, recorders and vehicles: when they are free, and calendar feeds.',
    },
  },
  privacy: {
    title: { ka: 'მონაცემთა დაცვა', en: 'Data protection' },
    about: {
      ka: 'საგანგებო წვდომა, ვინ ნახა ჩანაწერი, საკუთარი მონაცემების მოთხოვნა და ინციდენტები.',
      en: 'Emergency looks, who looked at a record, requests for one’s own data, and incidents.',
    },
  },
  files: {
    title: { ka: 'შენახვა და წაშლა', en: 'Keeping and erasing' },
    about: {
      ka: 'რამდენ ხანს ინახება ჩანაწერის შინაარსი, რა აჩერებს წაშლას და როგორ იცვლება გასაღებები.',
      en: 'How long what a record holds is kept, what holds it, and how the data keys are wrapped anew.',
    },
  },
  people: {
    title: { ka: 'ანგარიშები და შესვლა', en: 'Accounts and sign-ins' },
    about: {
      ka: 'უწყების თანამშრომლები და სისტემები: მოწვევა, როლი, წასვლა, საიდუმლოს შეცვლა, გასვლა.',
      en: 'People and systems of an agency: invitation, role, leaving, new secrets, signing out.',
    },
  },
  duty: {
    title: { ka: 'მორიგეობა', en: 'Duty' },
    about: {
      ka: 'ვინ მორიგეობს უწყებაში და როდის: პირი, შემცვლელი, ტელეფონი, მანქანა.',
      en: 'Who is on duty at an agency, and when: person, deputy, telephone, car.',
    },
  },
  sharing: {
    title: { ka: 'თანხმობა და გაზიარება', en: 'Consent and sharing' },
    about: {
      ka: 'გაგზავნამდე: ვინ რას დაინახავს; ოჯახის თანხმობა, მისი გამოხმობა და უთანხმოდ გაზიარების გადაწყვეტილება.',
      en: 'Before sending: who will see what; the family’s consent, its withdrawal, and decisions to share without it.',
    },
  },
  oversight: {
    title: { ka: 'ზედამხედველობა', en: 'Oversight' },
    about: {
      ka: 'ბავშვები, რომლებისთვისაც ჯერ არავის უპასუხია, და რასაც თვალი უნდა ედევნოს.',
      en: 'Children nobody has answered for yet, and what has to be watched.',
    },
  },
  journal: {
    title: { ka: 'ჟურნალის უტყუარობა', en: 'Proof of the journal' },
    about: {
      ka: 'ჟურნალის ხელმოწერილი ჯამები და მტკიცება, რომ ჩანაწერი მასში დგას და არაფერი გადაწერილა.',
      en: 'Signed heads of the journal, and proofs that an entry is in it and that nothing was rewritten.',
    },
  },
  feed: {
    title: { ka: 'ლენტა', en: 'Feed' },
    about: {
      ka: 'ყველაფერი, რაც უწყებას ეხება, ნომრების გამოტოვების გარეშე; სრული წყარო, როცა ვებჰუკი არ მიდის.',
      en: 'All that concerns an agency, numbered without a gap: the complete source when a webhook does not arrive.',
    },
  },
  endpoints: {
    title: { ka: 'ვებჰუკების მისამართები', en: 'Webhook endpoints' },
    about: {
      ka: 'სად აცნობოს ჰაბმა თქვენს სისტემას, რომელი გასაღებით, და რა გაიგზავნა.',
      en: 'Where the hub tells your system that something happened, with which key, and what was sent.',
    },
  },
  partners: {
    title: { ka: 'გარე კალენდრები', en: 'Outside calendars' },
    about: {
      ka: 'სხვა სისტემის კალენდრიდან იკითხება მხოლოდ ის, როდის არის დაკავებული.',
      en: 'Of a calendar kept elsewhere only the busy times are read.',
    },
  },
  inbound: {
    title: { ka: 'შემომავალი ვებჰუკები', en: 'Inbound webhooks' },
    about: {
      ka: 'თქვენი სისტემა თავად უგზავნის ჰაბს ამოცანის სვლას ან შეტყობინებას: ხელმოწერით, წვდომის ნიშნის გარეშე.',
      en: 'Your system sends the hub a step of a task or a referral by itself: signed, without a token.',
    },
  },
  directory: {
    title: { ka: 'ცნობარი', en: 'Directory' },
    about: {
      ka: 'უწყებები, მუნიციპალიტეტები, კოდების სიები და ფორმები; თავად ეს კონტრაქტი.',
      en: 'Agencies, municipalities, code lists and forms; the contract itself.',
    },
  },
};

interface Words {
  readonly ka: string;
  readonly en: string;
}
