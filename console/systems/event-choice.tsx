import { useTranslation } from 'react-i18next';
import type { EventType } from '../../shared/domain/journal/event.ts';
import { ManyOf } from '../design/components/choice.tsx';
import { Fold } from '../design/components/fold.tsx';
import { eventInWords } from '../words/events.ts';
import { useLanguage } from '../words/use-language.ts';
import { eventGroups, eventsOf } from './event-groups.ts';

interface ChoiceProps {
  readonly chosen: readonly EventType[];
  readonly onChange: (chosen: readonly EventType[]) => void;
}

/** The catalogue of news, group by group: each opens by itself and says how many are chosen. */
export function EventChoice({ chosen, onChange }: ChoiceProps) {
  const { t } = useTranslation();
  const lang = useLanguage();
  return (
    <div className="stack">
      {eventGroups.map((group) => {
        const all = eventsOf(group);
        const here = chosen.filter((one) => all.includes(one));
        const others = chosen.filter((one) => !all.includes(one));
        return (
          <Fold
            key={group}
            title={t(`systems.groups.${group}`)}
            aside={t('systems.chosen', { number: here.length, all: all.length })}
          >
            <ManyOf
              label={t(`systems.groups.${group}`)}
              options={all.map((value) => ({ value, label: eventInWords(value, lang) }))}
              value={here}
              onChange={(now) => onChange([...others, ...now])}
            />
          </Fold>
        );
      })}
    </div>
  );
}
