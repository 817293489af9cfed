import type { Lang } from './verdict.ts';

const en = `ertad-conformance: does your system take and send webhooks as the hub does?

  ertad-conformance --receiver https://service.example.ge/ertad --secret whsec_…
  ertad-conformance --sender "node our-sender.js"

  --receiver URL     drive this receiver through every check
  --secret KEY       the key it verifies with: whsec_… (v1), or whsk_… of a pair (v1a); may stand twice
  --taken URL        where your test system lists what it acted upon, in order:
                     [{ "id": "evt_…", "sequence": 118, "subject": "tsk_…" }]
  --next-secret KEY  the new key of a rotation, which the receiver knows too
  --old-until TIME   when the receiver stops knowing the old key (within the next hour)
  --sender COMMAND   run this command once for each case; it sends one transition of a task to
                     ERTAD_URL/v1/inbound/ERTAD_AGENCY with ERTAD_SECRET, ERTAD_TASK, ERTAD_VERSION,
                     ERTAD_TO and ERTAD_PERSON
  --agency ID        the agency the sender is told (municipality-test)
  --scheme v1|v1a    of the sender's key; of the receiver's, where it has to be this one
  --new-key v1|v1a   print a fresh key for kit and receiver, and do nothing else
  --only IDS         only these checks of the receiver, while you mend: time,order.swapped
  --lang ka|en       --out FOLDER (.)      --version      --help

Keys may stand in ERTAD_CONFORMANCE_SECRET and ERTAD_CONFORMANCE_NEXT_SECRET instead.
Writes ertad-conformance.json and ertad-conformance.html. Exit code: 0 when every required check
passed, 1 when not, 2 when the command line makes no sense.`;

const ka = `ertad-conformance: იღებს და აგზავნის თუ არა თქვენი სისტემა ვებჰუკებს ისე, როგორც ჰაბს სჭირდება?

  ertad-conformance --lang ka --receiver https://service.example.ge/ertad --secret whsec_…
  ertad-conformance --lang ka --sender "node our-sender.js"

  --receiver URL     ამ მიმღების სრული შემოწმება
  --secret KEY       გასაღები, რომლითაც ის ამოწმებს: whsec_… (v1) ან წყვილის whsk_… (v1a); შეიძლება ორჯერ
  --taken URL        სადაც სატესტო სისტემა რიგის მიხედვით აჩვენებს, რა შეასრულა:
                     [{ "id": "evt_…", "sequence": 118, "subject": "tsk_…" }]
  --next-secret KEY  ახალი გასაღები, რომელიც მიმღებმა ასევე იცის
  --old-until TIME   როდის წყვეტს მიმღები ძველი გასაღების ცნობას (ერთი საათის ფარგლებში)
  --sender COMMAND   ეს ბრძანება ყოველ შემთხვევაზე ერთხელ შესრულდება; ის აგზავნის ამოცანის ერთ ნაბიჯს
                     მისამართზე ERTAD_URL/v1/inbound/ERTAD_AGENCY; მონაცემები: ERTAD_SECRET,
                     ERTAD_TASK, ERTAD_VERSION, ERTAD_TO, ERTAD_PERSON
  --agency ID        უწყება, რომელიც გამომგზავნს ეცნობება (municipality-test)
  --scheme v1|v1a    გამომგზავნის გასაღების სქემა; მიმღებისა, თუ სწორედ ეს უნდა იყოს
  --new-key v1|v1a   მხოლოდ ახალი გასაღების დაბეჭდვა
  --only IDS         მიმღების მხოლოდ ეს შემოწმებები, სანამ ასწორებთ: time,order.swapped
  --lang ka|en       --out საქაღალდე (.)      --version      --help

გასაღებები შეიძლება იდოს ცვლადებში ERTAD_CONFORMANCE_SECRET და ERTAD_CONFORMANCE_NEXT_SECRET.
იწერება ertad-conformance.json და ertad-conformance.html. კოდი: 0 — ყველა აუცილებელი შემოწმება
გავიდა, 1 — არა, 2 — ბრძანება არასწორია.`;

/** How the kit is called. */
export const usage: Readonly<Record<Lang, string>> = { ka, en };
