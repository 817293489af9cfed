/** Why an outside calendar could not be fetched, and what to do about it. */
export const calendarWords = {
  'timed-out': {
    label: { ka: 'კალენდარმა დროულად არ უპასუხა', en: 'The calendar did not answer in time' },
    instead: {
      ka: 'გახსენით მისამართი თავად და სცადეთ მოგვიანებით; ჰაბი 15 წამს ელოდება.',
      en: 'Open the address yourself and try again later; the hub waits for 15 seconds.',
    },
  },
  'not-reached': {
    label: { ka: 'კალენდრის სერვერთან კავშირი ვერ დამყარდა', en: 'The server was not reached' },
    instead: {
      ka: 'შეამოწმეთ მისამართი; კალენდარი ინტერნეტიდან უნდა იხსნებოდეს და არა მხოლოდ უწყების ქსელიდან.',
      en: 'Check the address; it must open from the internet, not only inside your network.',
    },
  },
  'certificate-invalid': {
    label: {
      ka: 'სერვერის სერტიფიკატი არ ვარგა',
      en: 'The certificate of the server is not valid',
    },
    instead: {
      ka: 'სთხოვეთ კალენდრის ადმინისტრატორს, განაახლოს სერტიფიკატი.',
      en: 'Ask whoever runs the calendar to renew its certificate.',
    },
  },
  redirected: {
    label: { ka: 'მისამართი სხვაგან ამისამართებს', en: 'The address redirects elsewhere' },
    instead: {
      ka: 'გადამისამართებას ჰაბი არ მიჰყვება: მიუთითეთ საბოლოო მისამართი.',
      en: 'The hub follows no redirect: give the address it ends at.',
    },
  },
  'not-let-in': {
    label: { ka: 'კალენდარი ჰაბს არ უშვებს', en: 'The calendar does not let the hub in' },
    instead: {
      ka: 'გამოიყენეთ კალენდრის საიდუმლო ბმული (iCal), რომელსაც პაროლი არ სჭირდება.',
      en: 'Use the secret link of the calendar (iCal), which needs no password.',
    },
  },
  'not-there': {
    label: { ka: 'ამ მისამართზე კალენდარი არ არის', en: 'There is no calendar at this address' },
    instead: {
      ka: 'ბმული შეიძლება შეიცვალა: ხელახლა დააკოპირეთ კალენდრის პროგრამიდან.',
      en: 'The link may have changed: copy it again from your calendar program.',
    },
  },
  broken: {
    label: { ka: 'კალენდრის სერვერმა შეცდომა დააბრუნა', en: 'The server answered with an error' },
    instead: { ka: 'სცადეთ მოგვიანებით.', en: 'Try again later.' },
  },
} as const;

export type CalendarFault = keyof typeof calendarWords;

/** What an answer other than 200 means for a calendar. */
export function faultOf(status: number): CalendarFault | undefined {
  if (status === 200) return undefined;
  if (status >= 300 && status < 400) return 'redirected';
  if (status === 401 || status === 403) return 'not-let-in';
  return status >= 500 ? 'broken' : 'not-there';
}
