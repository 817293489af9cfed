import type { WebhookPayload } from '../../shared/domain/webhook/payload.ts';
import type { Said } from '../stage/tale.ts';

export const title: Said = {
  ka: '2. მოწყვლადი ბავშვიანი ოჯახის ადრეული იდენტიფიცირება',
  en: '2. Early identification of a vulnerable family with children',
};

/** What people write on their task and to the resource centre. */
export const notes = {
  first: {
    ka: 'ოჯახს ხვალ ვეწვევით.',
    en: 'We visit the family tomorrow.',
  },
  visit: {
    ka: 'ვიზიტი ოჯახში: შეშა და ზამთრის ტანსაცმელი სჭირდებათ',
    en: 'home visit: they need firewood and winter clothes',
  },
  consentAsked: {
    ka: 'დედას მოსაფიქრებლად დრო სჭირდება',
    en: 'the mother wants time to think about the offer',
  },
  consentGiven: {
    ka: 'დედამ წერილობითი თანხმობა მოგვცა',
    en: 'the mother has consented in writing',
  },
  plan: {
    ka: 'გეგმა: შეშა, ტანსაცმელი, ტრანსპორტი სკოლამდე',
    en: 'plan: firewood, clothes, transport to school',
  },
  outcome: {
    ka: 'ბიჭი ორშაბათიდან სკოლის ავტობუსით ივლის.',
    en: 'From Monday the boy takes the school bus.',
  },
} as const;

export const registersItsSystem = ({ endpoint, url }: { endpoint: string; url: string }): Said => ({
  ka: `უწყების სისტემა დარეგისტრირდა: ${endpoint} (${url}); გასაღები მხოლოდ მას აქვს`,
  en: `its system is registered: ${endpoint} (${url}); it alone keeps the secret`,
});

interface Form {
  readonly name: string;
  readonly version: string;
  readonly indicators: readonly unknown[];
}

export const takesForm = ({ name, version, indicators: { length } }: Form): Said => ({
  ka: `„${name}“ (${version}): ${length} კითხვა`,
  en: `takes the form “${name}” (${version}): ${length} questions`,
});

export const municipalityIsAsked = ({ level }: { readonly level: string }): Said => ({
  ka: `დონე 2, „${level}“: ოჯახთან მუშაობს მხოლოდ მუნიციპალიტეტი, თანხმობით`,
  en: `level 2, “${level}”: the municipality alone works with the family, with its consent`,
});

interface Arrived {
  readonly payload: WebhookPayload;
  readonly forged: string;
}

export const webhookArrives = ({ payload: { type, data }, forged }: Arrived): Said => ({
  ka: `ვებჰუკი ${type}, №${data.sequence} (${data.id}): ხელმოწერა და დრო სწორია
· ერთი ნიშნით შეცვლილი ასლი უარყოფილია: „${forged}“
· დეტალები მისამართიდან, უფლებამოსილებით: ${data.link}`,
  en: `webhook ${type}, number ${data.sequence} (${data.id}): signature and time are right
· a copy changed by one sign is refused: “${forged}”
· the details are fetched through its link, with authorisation: ${data.link}`,
});

export const oldWebhookIsRefused = ({ why }: { readonly why: string }): Said => ({
  ka: `პირველი ვებჰუკი, დღეების შემდეგ ხელახლა გაგზავნილი, უარყოფილია: „${why}“`,
  en: `the first webhook, played again days later, is refused: “${why}”`,
});

export const webhooksMatchFeed = (entries: readonly { readonly type: string }[]): Said => {
  const list = entries.map(({ type }) => `\n· ${type}`).join('');
  return {
    ka: `ლენტის ყოველი ჩანაწერი ზუსტად ერთხელ მოვიდა ვებჰუკითაც:${list}`,
    en: `every entry of the feed came as a webhook, once:${list}`,
  };
};
