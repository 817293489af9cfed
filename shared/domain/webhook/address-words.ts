/** Why the hub will not connect to an address, and what to give instead. */
export const addressWords = {
  malformed: {
    label: { ka: 'მისამართი არასწორად არის ჩაწერილი', en: 'The address is not written as one' },
    instead: {
      ka: 'ჩაწერეთ სრული მისამართი: https://სახელი/გზა, ჰარის გარეშე.',
      en: 'Write it in full, without spaces: https://name/path.',
    },
  },
  'not-https': {
    label: { ka: 'მისამართი https-ით არ იწყება', en: 'The address is not https' },
    instead: {
      ka: 'მიუთითეთ მისამართი, რომელიც https-ით იწყება.',
      en: 'Give an address that begins with https.',
    },
  },
  'credentials-in-url': {
    label: {
      ka: 'მისამართში მომხმარებლის სახელი ან პაროლია',
      en: 'The address carries a user name or password',
    },
    instead: {
      ka: 'ამოიღეთ ყველაფერი @ ნიშნამდე: გამომგზავნს ხელმოწერა ადასტურებს.',
      en: 'Leave out what stands before the @: the signature shows who is sending.',
    },
  },
  'fragment-in-url': {
    label: { ka: 'მისამართში # ნიშანია', en: 'The address carries a #' },
    instead: {
      ka: 'ამოიღეთ # და რაც მის შემდეგ წერია: სერვერს ის არასოდეს ეგზავნება.',
      en: 'Leave out the # and what follows: it is never sent to a server.',
    },
  },
  'port-not-allowed': {
    label: { ka: 'ამ პორტზე არაფერი იგზავნება', en: 'Nothing is sent to this port' },
    instead: {
      ka: 'გამოიყენეთ პორტი 443, 8443 ან 9443.',
      en: 'Use port 443, 8443 or 9443.',
    },
  },
  'name-not-public': {
    label: {
      ka: 'ეს სახელი მხოლოდ შიდა ქსელში მოქმედებს',
      en: 'This name is good inside a network only',
    },
    instead: {
      ka: 'მიუთითეთ სახელი, რომელიც საჯარო ქსელში იძებნება, მაგალითად hooks.example.ge.',
      en: 'Give a name that is found on the public internet, such as hooks.example.ge.',
    },
  },
  unresolvable: {
    label: { ka: 'ეს სახელი ქსელში ვერ მოიძებნა', en: 'This name was not found' },
    instead: {
      ka: 'შეამოწმეთ სახელი და მისი DNS ჩანაწერი; ახალი ჩანაწერი შეიძლება რამდენიმე წუთში გამოჩნდეს.',
      en: 'Check the name and its DNS record; a new record can take minutes to show.',
    },
  },
  'not-public': {
    label: {
      ka: 'მისამართი საჯარო ქსელში არ არის',
      en: 'The address is not on the public internet',
    },
    instead: {
      ka: 'ყველა IP მისამართი, რომელზეც ეს სახელი მიუთითებს, საჯარო უნდა იყოს; შიდა, ლოკალური და სპეციალური მისამართები დაუშვებელია.',
      en: 'Every IP address the name leads to must be public; private, local and special ones are refused.',
    },
  },
} as const;

export type AddressFault = keyof typeof addressWords;
