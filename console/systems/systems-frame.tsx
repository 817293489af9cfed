import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Page } from '../design/components/page.tsx';
import { Parts } from '../design/components/parts.tsx';

interface FrameProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** What the pages of an agency's systems stand in: each of them a step away. */
export function SystemsFrame({ title, lead, children }: FrameProps) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const parts = [
    { to: '/app/systems', label: t('systems.parts.endpoints') },
    { to: '/app/systems/feed', label: t('systems.parts.feed') },
    { to: '/app/systems/keys', label: t('systems.parts.keys') },
    { to: '/app/systems/clients', label: t('systems.parts.clients') },
  ];
  return (
    <Page title={title} lead={lead}>
      <Parts
        label={t('systems.title')}
        parts={parts.map((part) => ({ ...part, current: part.to === pathname }))}
      />
      {children}
    </Page>
  );
}
