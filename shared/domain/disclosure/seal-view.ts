import type { Lang } from '../labels.ts';
import type { Edition } from '../policy/edition.ts';
import type { AddressMark } from '../protection/address.ts';
import type { Seal } from '../protection/seal.ts';
import type { Details } from '../referral/groups.ts';

interface ShownSeal {
  readonly seal: Seal;
  readonly words: Details['outcome'] | undefined;
  readonly lang: Lang;
}

/** A seal: what it closes, to whom it stays open and, where the words are open, why. */
export function sealView({ seal, words, lang }: ShownSeal, edition: Edition) {
  const { number, at, by, groups, openTo, reviewBy, lifted, version, of } = seal;
  const list = `/v1/cases/${of.id}/seals`;
  return {
    ...{ number, at, agency: by.agency, groups, reviewBy, version },
    openTo: openTo.map((code) => ({ code, label: edition.label('agencyKinds', code, lang) })),
    reason: words?.note,
    liftedAt: lifted?.at,
    liftReason: words?.undoing,
    links: { list, ...(!lifted && { lift: `${list}/${number}/lift` }) },
  };
}

/** That an address is protected, or that it was asked to protect it no longer: nothing of where. */
export function addressMarkView(mark: AddressMark, lang: Lang, edition: Edition) {
  const { number, at, by, sets, reason, confirmed, version, of } = mark;
  const list = sets === 'protect' ? 'addressProtectionReasons' : 'addressLiftReasons';
  const self = `/v1/cases/${of.id}`;
  const open = sets === 'lift' && !confirmed;
  return {
    ...{ number, at, agency: by.agency, sets, version },
    reason: { code: reason, label: edition.label(list, reason, lang) },
    confirmed: confirmed && { at: confirmed.at, agency: confirmed.by.agency },
    links: {
      list: `${self}/address-marks`,
      ...(open && { confirmation: `${self}/address-lifts/${number}/confirmation` }),
    },
  };
}
