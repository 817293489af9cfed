import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface PageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/**
 * A page: its title is what a screen reader says on arriving, and what the tab shows. Titles name
 * the kind of page, never a child.
 */
export function Page({ title, lead, wide, children }: PageProps) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} — ${t('name')}`;
    heading.current?.focus({ preventScroll: true });
  }, [title, t]);
  return (
    <main id="main" className="page stack" data-gap="wide" data-wide={wide || undefined}>
      <header className="stack">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead && <div className="soft">{lead}</div>}
      </header>
      {children}
    </main>
  );
}
