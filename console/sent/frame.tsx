import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type * as z from 'zod';
import { openActions } from '../../shared/contract/access.ts';
import type { ReferralView } from '../../shared/contract/referral-view.ts';
import { getReferral } from '../../shared/contract/referrals.ts';
import type { RecordAction } from '../../shared/domain/access/actions.ts';
import type { ReferralId } from '../../shared/domain/ids.ts';
import { useRead } from '../api/use-read.ts';
import { Page } from '../design/components/page.tsx';
import { Parts } from '../design/components/parts.tsx';
import { Read } from '../design/components/read.tsx';

export type View = z.output<typeof ReferralView>;

/** A referral that was sent, as far as it is open to whoever looks. */
export interface Sent {
  readonly referralId: ReferralId;
  readonly may: (action: RecordAction) => boolean;
}

/** Each page of a referral, and what of it must be open for the page to be there. */
const PARTS = {
  standing: [],
  why: ['referral.explain'],
  news: ['addition.read', 'addition.make'],
  statements: ['statement.read', 'statement.make'],
  consents: ['consent.read'],
  recalls: ['recall.read'],
  closing: ['conditions.read'],
  looked: ['access.read'],
} as const satisfies Record<string, readonly RecordAction[]>;
type PartName = keyof typeof PARTS;

interface FrameProps {
  readonly part: PartName;
  readonly lead?: ReactNode;
  readonly children: (sent: Sent) => ReactNode;
}

/** What is read anew after something was done with a referral. */
export const aboutReferral = (id: ReferralId) => [
  ['open', id],
  ['referral', id],
];

/** One of the pages of a referral, with the way to the others that are open. */
export function Frame({ part, lead, children }: FrameProps) {
  const { t } = useTranslation();
  const referralId = useParams().referralId as ReferralId;
  const opened = useRead(['open', referralId], openActions, { query: { record: referralId } });
  return (
    <Page title={part === 'standing' ? t('referral.one') : t(`sent.part.${part}`)} lead={lead}>
      <Read of={opened}>
        {({ actions }) => {
          const may = (action: RecordAction) => actions.includes(action);
          return (
            <>
              <OpenParts referralId={referralId} may={may} part={part} />
              {children({ referralId, may })}
            </>
          );
        }}
      </Read>
    </Page>
  );
}

function OpenParts({ referralId, may, part }: Sent & { readonly part: PartName }) {
  const { t } = useTranslation();
  const names = Object.keys(PARTS) as PartName[];
  const open = names.filter((name) => name === 'standing' || PARTS[name].some(may));
  if (open.length < 2) return null;
  return (
    <Parts
      label={t('sent.parts')}
      parts={open.map((name) => ({
        to: `/app/referrals/${referralId}${name === 'standing' ? '' : `/${name}`}`,
        label: t(`sent.part.${name}`),
        current: name === part,
      }))}
    />
  );
}

/** The referral itself, anew every half minute while somebody looks. */
export const useReferral = ({ referralId, may }: Sent) =>
  useRead(
    ['referral', referralId],
    getReferral,
    { path: { referralId } },
    { every: 30_000, when: may('referral.read') },
  );
