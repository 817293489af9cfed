import { useTranslation } from 'react-i18next';

interface Change {
  readonly name: string;
  readonly before: string | undefined;
  readonly now: string | undefined;
}

/** What somebody else has changed meanwhile: each thing as it was shown, and as it is now. */
export function Changes({ of }: { readonly of: readonly Change[] }) {
  const { t } = useTranslation();
  return (
    <ul className="stack">
      {of
        .filter(({ before, now }) => before !== now)
        .map(({ name, before, now }) => (
          <li key={name}>
            {name}: <s>{before ?? t('changed.nothing')}</s>{' '}
            <span className="unseen">{t('changed.isNow')}</span> →{' '}
            <strong>{now ?? t('changed.nothing')}</strong>
          </li>
        ))}
    </ul>
  );
}
