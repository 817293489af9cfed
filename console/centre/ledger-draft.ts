import type { Request } from '../../shared/contract/client.ts';
import type { fileRecording } from '../../shared/contract/recordings.ts';

type Body = Request<typeof fileRecording>['body'];

export interface Draft {
  readonly content: string;
  readonly sha256: string;
  readonly minutes: string;
  readonly device: string;
  readonly language: string;
  readonly holder: string;
  readonly place: string;
}
export const EMPTY: Draft = {
  ...{ content: '', sha256: '', minutes: '', device: '', language: '', holder: '', place: '' },
};

const MINUTES = /^(\d{1,4})(?::([0-5]\d))?$/;
const SECONDS = 60;

/** “45:10” or “45” in seconds; nothing where it is neither. */
export function secondsOf(minutes: string): number | undefined {
  const [, whole, rest = '0'] = MINUTES.exec(minutes.trim()) ?? [];
  return whole === undefined ? undefined : Number(whole) * SECONDS + Number(rest);
}

/** A fingerprint as it is copied, with blanks or capitals. */
const fingerprintOf = (said: string): string => said.toLowerCase().replaceAll(/[\s:]/g, '');
const isFingerprint = (said: string): boolean => /^[0-9a-f]{64}$/.test(fingerprintOf(said));

export const missingIn = (draft: Draft): (keyof Draft)[] => [
  ...(['content', 'holder'] as const).filter((name) => draft[name] === ''),
  ...(draft.place.trim() ? [] : (['place'] as const)),
  ...(isFingerprint(draft.sha256) ? [] : (['sha256'] as const)),
  ...(draft.minutes.trim() && !secondsOf(draft.minutes) ? (['minutes'] as const) : []),
];

/** What is sent, once nothing is missing. */
export function filedOf(draft: Draft): Body | undefined {
  if (missingIn(draft).length > 0) return undefined;
  const { content, device, language, holder, place } = draft;
  const seconds = secondsOf(draft.minutes);
  return {
    content,
    sha256: fingerprintOf(draft.sha256),
    holder: holder as Body['holder'],
    place: place.trim(),
    ...(seconds && { seconds }),
    ...(device.trim() && { device: device.trim().replaceAll(/\s+/g, '-') }),
    ...(language && { language: language as NonNullable<Body['language']> }),
  };
}
