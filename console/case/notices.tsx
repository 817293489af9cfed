import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { type ContactView, type NoticeView, sendNotice } from '../../shared/contract/family.ts';
import type { NoticeKind } from '../../shared/domain/family/household.ts';
import { emptyOf } from '../api/empty-of.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useCodes } from '../api/use-lists.ts';
import { ActForm, Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Entries, Entry } from '../design/components/entry.tsx';
import { Tag, type Tone } from '../design/components/notice.tsx';
import { Pick } from '../design/components/pick.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { Hindrances } from './hindrances.tsx';
import { useCase } from './use-case.ts';

type Contact = z.output<typeof ContactView>;
interface NoticesProps {
  readonly notices: readonly z.output<typeof NoticeView>[];
  readonly contacts: readonly Contact[];
  readonly open: boolean;
}

const TONES: Readonly<Record<string, Tone>> = {
  sent: 'good',
  withheld: 'danger',
  'by-hand': 'warn',
};

/** What was sent to the family, and what a person has to tell it instead. */
export function Notices({ notices, contacts, open }: NoticesProps) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const { may } = useCase();
  const reached = contacts.filter(({ mayReach }) => mayReach);
  const whom = (number: number) =>
    contacts.find((one) => one.number === number)?.contact?.person ??
    t('case.shield.contact', { number });
  return (
    <Card title={t('case.notice.title')}>
      <p className="soft">{t('case.notice.lead')}</p>
      <Entries
        of={notices.toReversed()}
        none={t('case.notice.none')}
        line={({ number, kind, state, at, sentAt, contact, notSentBecause }) => (
          <Entry
            key={number}
            title={kind.label}
            tone={TONES[state] ?? 'plain'}
            tags={<Tag tone={TONES[state] ?? 'plain'}>{t(`case.notice.state.${state}`)}</Tag>}
            said={`${whom(contact)}, ${momentOf(sentAt ?? at, lang)}`}
          >
            {notSentBecause && <p>{notSentBecause.map(({ label }) => label).join(' ')}</p>}
          </Entry>
        )}
      />
      {may('notice.send') && open && reached.length > 0 && (
        <Acts
          acts={[
            {
              code: 'send',
              label: t('case.notice.send'),
              form: (back) => <Send contacts={reached} onBack={back} />,
            },
          ]}
        />
      )}
      {reached.length === 0 && <p>{t('case.notice.nobody')}</p>}
    </Card>
  );
}

interface SendProps {
  readonly contacts: readonly Contact[];
  readonly onBack: () => void;
}

function Send({ contacts, onBack }: SendProps) {
  const { t } = useTranslation();
  const { path, about } = useCase();
  const [kinds, languages] = [useCodes('noticeKinds'), useCodes('languages')];
  const doing = useAct(sendNotice, about, onBack);
  const first = contacts[0];
  const form = useDraft(
    {
      kind: '',
      language: first?.contact?.language ?? 'ka',
      contact: String(first?.number ?? ''),
    },
    (draft) => emptyOf(draft, 'kind', 'language', 'contact'),
  );
  const { kind, language, contact } = form.draft;
  const send = () =>
    doing.act({
      path,
      body: { kind: kind as NoticeKind, language, contact: Number(contact) },
    });
  const none = t('steps.choose');
  return (
    <ActForm
      doing={doing}
      title={t('case.notice.send')}
      does={t('case.notice.sendDo')}
      onDo={() => form.whenComplete(send)}
      onBack={onBack}
    >
      <p>{t('case.notice.says')}</p>
      <Pick
        label={t('case.notice.kind')}
        none={none}
        options={kinds}
        {...form.of('kind', doing.wrong('/kind'))}
      />
      <Pick
        label={t('case.notice.to')}
        none={none}
        options={contacts.map(({ number, contact: one }) => ({
          value: String(number),
          label: one?.person ?? t('case.shield.contact', { number }),
        }))}
        {...form.of('contact')}
      />
      <Pick
        label={t('case.language')}
        none={none}
        options={languages}
        {...form.of('language', doing.wrong('/language'))}
      />
      <Hindrances of={doing.error} />
    </ActForm>
  );
}
