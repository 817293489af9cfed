import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { reconcileFeed } from '../../shared/contract/feed.ts';
import { useAct } from '../api/use-act.ts';
import { ActForm } from '../design/components/act.tsx';
import { Field } from '../design/components/field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Verbatim } from '../design/components/verbatim.tsx';
import { eventInWords } from '../words/events.ts';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { type CompareDraft, emptyCompare, missing, toBody } from './compare.ts';

type Compared = z.output<(typeof reconcileFeed)['answers'][200]>;

/** What the agency's system lacks, and what it holds that was never sent to it. */
export function CompareForm() {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(emptyCompare);
  const [isTried, setTried] = useState(false);
  const [found, setFound] = useState<Compared>();
  const doing = useAct(reconcileFeed, [], setFound);
  const lacks = isTried ? missing(draft) : new Set();
  const set = (field: keyof CompareDraft) => (value: string) => {
    setDraft({ ...draft, [field]: value });
    setFound(undefined);
  };
  const send = () => {
    setTried(true);
    if (missing(draft).size === 0) doing.act({ body: toBody(draft) });
  };
  return (
    <ActForm doing={doing} does={t('systems.compare.do')} look="second" onDo={send}>
      <p className="soft">{t('systems.compare.lead')}</p>
      <Field
        short
        type="number"
        label={t('systems.compare.from')}
        error={lacks.has('from') ? t('systems.compare.fromMissing') : undefined}
        value={draft.from}
        onChange={set('from')}
      />
      <Field
        short
        type="number"
        label={t('systems.compare.to')}
        error={lacks.has('to') ? t('systems.compare.toMissing') : undefined}
        value={draft.to}
        onChange={set('to')}
      />
      <Field
        long
        label={t('systems.compare.ids')}
        hint={t('systems.compare.idsHint')}
        value={draft.ids}
        onChange={set('ids')}
      />
      {found && <WhatDiffers found={found} />}
    </ActForm>
  );
}

function WhatDiffers({ found }: { readonly found: Compared }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const { equal, missing: lacking, unknown } = found;
  return (
    <>
      <Notice
        live
        tone={equal ? 'good' : 'warn'}
        title={t(equal ? 'systems.compare.equal' : 'systems.compare.differs')}
      >
        {lacking.length > 0 && <p>{t('systems.compare.missing', { number: lacking.length })}</p>}
        {unknown.length > 0 && <p>{t('systems.compare.unknown', { number: unknown.length })}</p>}
      </Notice>
      {lacking.length > 0 && (
        <ul className="entries">
          {lacking.map(({ sequence, id, type, at, deliveries }) => (
            <li key={sequence} className="entry">
              <strong>
                {sequence}. {eventInWords(type, lang)}
              </strong>
              <span className="soft small">
                {momentOf(at, lang)}
                {deliveries.map(({ endpoint, status }) => (
                  <span key={endpoint}> · {t(`systems.status.${status}`)}</span>
                ))}
              </span>
              <Verbatim text={id} />
            </li>
          ))}
        </ul>
      )}
      {unknown.length > 0 && <Verbatim text={unknown.join('\n')} />}
    </>
  );
}
