import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { Empty, Failed, Waiting } from './states.tsx';

interface ListingProps<T> {
  /** As api/use-pages.ts gives it. */
  readonly pages: {
    readonly items: readonly T[];
    readonly isFirst: boolean;
    readonly error: Error | null;
    readonly more: (() => void) | undefined;
    readonly again: () => void;
  };
  /** Said where there is nothing, with what to do now. */
  readonly none: { readonly title: string; readonly lead: string };
  /** One line, with its own key. */
  readonly line: (item: T) => ReactNode;
}

/** A list of the hub in each of its states, page after page. */
export function Listing<T>({ pages, none, line }: ListingProps<T>) {
  const { t } = useTranslation();
  const { items, isFirst, error, more, again } = pages;
  return (
    <>
      {isFirst && <Waiting />}
      {error && <Failed error={error} onAgain={again} />}
      {!isFirst && !error && items.length === 0 && (
        <Empty title={none.title}>
          <p>{none.lead}</p>
        </Empty>
      )}
      <ul className="lines long">{items.map(line)}</ul>
      {more && (
        <div>
          <Button onPress={more}>{t('showMore')}</Button>
        </div>
      )}
    </>
  );
}
