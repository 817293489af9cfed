import { useTranslation } from 'react-i18next';
import { useAgencyNames, useCodes, word } from '../api/use-lists.ts';
import { Card } from '../design/components/card.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Tag } from '../design/components/notice.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import type { View } from './frame.tsx';

/** Whom it is with, and how far each has come. */
export function Standing({ view }: { readonly view: View }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const nameOf = useAgencyNames();
  const kinds = useCodes('referralKinds');
  const { closing } = view;
  return (
    <Card title={t('referral.standing')}>
      <Facts
        facts={[
          { name: t('receipt.number'), value: view.receiptNumber },
          { name: t('sent.kind'), value: word(kinds, view.kind) },
          { name: t('referral.status'), value: <Tag>{view.status.label}</Tag> },
          { name: t('referral.sentAt'), value: momentOf(view.submittedAt, lang) },
          { name: t('referral.withWhom'), value: nameOf(view.lead) },
          { name: t('referral.closedAs'), value: closing?.reason.label },
          { name: t('tasks.note'), value: closing?.note },
          {
            name: t('sent.contact'),
            value:
              closing?.contact &&
              `${closing.contact.how.label}, ${momentOf(closing.contact.at, lang)}`,
          },
        ]}
      />
      {view.work.length > 0 && (
        <ul className="lines">
          {numbered(view.work).map(({ key, kind, status, agency }) => (
            <li key={key} className="line">
              <span>{kind.label}</span>
              <Tag>{status.label}</Tag>
              <span className="soft small">{nameOf(agency)}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** Two agencies may be asked for the same, and stand alike: told apart by their place. */
const numbered = (work: View['work']) =>
  work.map((one, place) => ({ ...one, key: `${one.kind.code} ${one.agency ?? ''} ${place}` }));
