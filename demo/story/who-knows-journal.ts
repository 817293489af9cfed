import { Readable } from 'node:stream';
import { checkLines } from '../../infra/operate/check-lines.ts';
import { pagesOf } from '../../infra/operate/journal-pages.ts';
import { signHead } from '../../shared/contract/journal.ts';
import { findingInWords, soundInWords } from '../../shared/domain/journal-log/verdict.ts';
import { kept } from '../stage/answers.ts';
import type { Stage } from '../stage/stage.ts';
import { must } from '../stage/until.ts';
import * as say from './who-knows-words.ts';

const OVERSIGHT = 'oversight-national';

/** An auditor takes the journal out and checks it without the hub. */
export function journalAt(stage: Stage) {
  const { tale, lang } = stage;
  const call = stage.visits(OVERSIGHT);
  const checked = async (lines: readonly string[]) =>
    checkLines(Readable.from(lines.map(ended)), { heads: [] });

  return {
    isTakenOut: () =>
      tale
        .step(OVERSIGHT, say.journalIsTakenOut, async () => {
          const head = kept(signHead, await call(signHead, {}));
          const lines: string[] = [];
          for await (const page of pagesOf(call, { from: 0, head: head.id })) lines.push(...page);
          return { lines, size: head.size };
        })
        .then(({ lines }) => lines),

    isChecked: (lines: readonly string[]) =>
      tale.step(OVERSIGHT, say.journalIsChecked, async () => {
        const verdict = await checked(lines);
        must(!('wrong' in verdict), 'the journal does not hold');
        return soundInWords(verdict)[lang];
      }),

    /** One entry is left out, as somebody might who does not want to be found there. */
    betraysTampering: (lines: readonly string[]) =>
      tale.step(OVERSIGHT, say.journalBetraysTampering, async () => {
        const gone = Math.floor(lines.length / 2);
        const verdict = await checked(lines.filter((_, number) => number !== gone));
        must('wrong' in verdict, 'nobody noticed');
        return findingInWords(verdict)[lang];
      }),
  };
}

/** As it would be read from a file. */
const ended = (line: string): Uint8Array => Buffer.from(`${line}\n`);
