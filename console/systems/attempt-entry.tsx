import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { getDelivery } from '../../shared/contract/deliveries.ts';
import { outcomeOf, wordsOf } from '../../shared/domain/webhook/outcome-words.ts';
import { Tag } from '../design/components/notice.tsx';
import { Verbatim } from '../design/components/verbatim.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';

type Attempt = z.output<(typeof getDelivery)['answers'][200]>['attempts'][number];

/** One attempt: what came of it in words, and what to do where it did not arrive. */
export function AttemptEntry({ attempt }: { readonly attempt: Attempt }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const { at, status, error, milliseconds, host, keys = [], replay, excerpt } = attempt;
  const isTaken = status !== undefined && status >= 200 && status < 300;
  const said = isTaken ? undefined : wordsOf(outcomeOf({ status, error }));
  return (
    <li className="entry">
      <div className="row">
        <strong>{said?.label[lang] ?? t('systems.try.arrived')}</strong>
        {status && <Tag tone={isTaken ? 'good' : 'danger'}>{status}</Tag>}
        {replay && <Tag>{t('systems.byHand', { number: replay })}</Tag>}
      </div>
      {said && <p>{said.instead[lang]}</p>}
      <p className="soft small">
        <time dateTime={at}>{momentOf(at, lang)}</time> ·{' '}
        {t('systems.milliseconds', { milliseconds })}
        {host && ` · ${host}`}
        {keys.length > 0 && ` · ${t('systems.keysUsed', { numbers: keys.join(', ') })}`}
      </p>
      {excerpt && <Verbatim text={excerpt} />}
    </li>
  );
}
