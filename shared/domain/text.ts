import * as z from 'zod';

// Control characters but tab and line breaks, and the invisible marks that reorder or hide text.
const HIDDEN = /(?![\t\n\r])[\p{Cc}\p{Bidi_Control}\ufeff]/u;

// Blanks and format marks alone, such as a zero-width space, are no sentence.
const VISIBLE = /[^\p{Z}\p{C}]/u;

// Some fifty schemas are made of these whenever a function starts, so what they share is made once.
const plain = z.string();
const open = z.refine<string>((value) => value.isWellFormed() && !HIDDEN.test(value), {
  error: 'hidden-characters',
});
const composed = z.normalize('NFC');
const trimmed = z.trim();
const something = z.minLength(1);
const visible = z.regex(VISIBLE);
const unbroken = z.regex(/^[^\r\n\t\u2028\u2029]*$/u);

const written = (max: number): z.core.$ZodCheck<string>[] => [
  z.maxLength(max * 2),
  open,
  composed,
  trimmed,
  something,
  z.maxLength(max),
  visible,
];

/** Words a person wrote, in any script: NFC, trimmed, bounded, nothing hidden in them. */
export const text = (max: number) => plain.check(...written(max));

/** A name or another single line. */
export const line = (max: number) => plain.check(...written(max), unbroken);

/** A telephone number as people write it, in international or Georgian form: three digits or more. */
export const Phone = z
  .string()
  .trim()
  .max(30)
  .regex(/^(?=(.*[0-9]){3})[+(]{0,2}[0-9][0-9 ().-]{1,27}$/);

/** A code of a code list of the policy pack; whether it is in the list is checked against the pack. */
export const Code = z
  .string()
  .regex(/^[a-zA-Z0-9]+([-_.][a-zA-Z0-9]+)*$/)
  .max(60);

/** A BCP 47 language tag such as `ka`, `az-Cyrl` or `sgn-GE`. */
export const Language = z
  .string()
  .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/)
  .max(20);
