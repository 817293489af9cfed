import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { RuleSaid as Rule } from '../../shared/contract/access.ts';

/** A rule of access in words, with what it serves and the law behind it. */
export function RuleSaid({ rule }: { readonly rule: z.output<typeof Rule> }) {
  const { t } = useTranslation();
  const { says, purpose, basis } = rule;
  return (
    <>
      <p>{says}</p>
      <p className="soft small">
        {t('case.access.purpose', { purpose: purpose.label })}
        {basis.length > 0 &&
          ` ${t('case.access.basis', { basis: basis.map(({ label }) => label).join('; ') })}`}
      </p>
    </>
  );
}
