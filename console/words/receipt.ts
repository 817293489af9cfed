/** Signs of a receipt number after `ER-`. */
const SPOKEN = 8;
const HALF = SPOKEN / 2;

/** The id behind a receipt number as somebody typed it; whether there is one, the hub knows. */
export function referralIdOf(typed: string): string | undefined {
  const signs = typed.toLowerCase().replaceAll(/[\s\p{Pd}]/gu, '');
  const spoken = signs.length > SPOKEN ? signs.replace(/^er/, '') : signs;
  return /^[0-9a-z]{8}$/.test(spoken) ? `ref_${spoken}` : undefined;
}

/** As people say it: `ER-7K3M-92QD`. */
export function receiptOf(referralId: string): string {
  const signs = referralId.slice('ref_'.length).toUpperCase();
  return `ER-${signs.slice(0, HALF)}-${signs.slice(HALF)}`;
}
