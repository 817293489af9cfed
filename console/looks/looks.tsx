import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAgencyNames } from '../api/use-lists.ts';
import { useMembership } from '../api/use-membership.ts';
import { Fold } from '../design/components/fold.tsx';
import { Listing } from '../design/components/listing.tsx';
import { Tag } from '../design/components/notice.tsx';
import { momentOf, timeOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { groupsOf, type Look, numbered, rulesOf, type Sitting, sittings } from './sittings.ts';

/** A page of the list is a look of its own and stands in the next: few pages, each a long one. */
export const A_PAGE = { limit: 100 };

interface LooksProps {
  /** As api/use-pages.ts gives it. */
  readonly pages: Omit<Parameters<typeof Listing<Look>>[0]['pages'], 'items'> & {
    readonly items: readonly Look[];
  };
  /** The page of an emergency look, by the record it was opened for and its number there. */
  readonly ticketAt?: ((record: string, number: string) => string | undefined) | undefined;
}

/** Who looked at a record, the latest first: who, when, at what of it and by which rule. */
export function Looks({ pages, ticketAt }: LooksProps) {
  const { t } = useTranslation();
  return (
    <Listing
      pages={{ ...pages, items: sittings(pages.items) }}
      none={{ title: t('looks.nobody'), lead: t('looks.nobodyLead') }}
      line={(sitting) => <One key={sitting.key} sitting={sitting} ticketAt={ticketAt} />}
    />
  );
}

interface OneProps extends Pick<LooksProps, 'ticketAt'> {
  readonly sitting: Sitting;
}

function One({ sitting, ticketAt }: OneProps) {
  const { t } = useTranslation();
  const nameOf = useAgencyNames();
  const { data: me } = useMembership();
  const { looks } = sitting;
  const [{ agency, account, verb, ticket }] = looks;
  const [record, number] = ticket?.split('#') ?? [];
  const reach = record && number && ticketAt?.(record, number);
  return (
    <li className="entry" data-tone={ticket ? 'danger' : undefined}>
      <div className="row">
        <strong>{agency === undefined ? t('looks.hidden') : nameOf(agency)}</strong>
        <Tag tone={verb === 'disclose' ? 'warn' : 'plain'}>{t(`looks.verb.${verb}`)}</Tag>
        {ticket && <Tag tone="danger">{t('looks.inNeed')}</Tag>}
        <When sitting={sitting} />
      </div>
      {account && (
        <p className="soft small">{account === me?.account ? t('looks.you') : account}</p>
      )}
      <p>{whatOf(looks, t)}</p>
      <Seen groups={groupsOf(sitting)} />
      {rulesOf(sitting).map(({ rule, says, purpose }) => (
        <p key={rule} className="soft small">
          {says} ({purpose.label})
        </p>
      ))}
      {looks.length > 1 && <Each looks={looks} />}
      {reach && (
        <p>
          <Link className="reach" to={reach}>
            {t('looks.ticket')}
          </Link>
        </p>
      )}
    </li>
  );
}

/** “15:20”, or from when until when. */
function When({ sitting: { from, until } }: { readonly sitting: Sitting }) {
  const lang = useLanguage();
  const end = timeOf(from) === timeOf(until) ? '' : `–${timeOf(until)}`;
  return (
    <time className="soft small" dateTime={until}>
      {momentOf(from, lang) + end}
    </time>
  );
}

type Say = ReturnType<typeof useTranslation>['t'];
/** What was looked at, in words, each once: first what showed most of the child. */
const whatOf = (looks: readonly Look[], t: Say): string => {
  const byShown = looks.toSorted((a, b) => b.groups.length - a.groups.length);
  const said = byShown.map(({ action }) => t(`looks.did.${action}`, { defaultValue: '' }));
  return [...new Set(said)].filter(Boolean).join(', ');
};

const inWords = (groups: Look['groups'], t: Say): string =>
  groups.map((group) => t(`groups.${group}`)).join(', ');

function Seen({ groups }: Pick<Look, 'groups'>) {
  const { t } = useTranslation();
  if (groups.length === 0) return <p className="small">{t('looks.nothingOfChild')}</p>;
  return <p className="small">{t('looks.shown', { groups: inWords(groups, t) })}</p>;
}

/** Look by look: what stands in the journal, nothing left out. */
function Each({ looks }: { readonly looks: readonly Look[] }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  return (
    <Fold title={t('looks.each', { number: looks.length })}>
      <ul>
        {numbered(looks).map(({ place, look }) => (
          <li key={place} className="small">
            <time dateTime={look.at}>{momentOf(look.at, lang)}</time>: {whatOf([look], t)}
            {look.groups.length > 0 && ` — ${inWords(look.groups, t)}`}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
