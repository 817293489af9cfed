import access from './access.json' with { type: 'json' };
import agencies from './agencies.json' with { type: 'json' };
import answers from './answers.json' with { type: 'json' };
import areas from './areas.json' with { type: 'json' };
import calendar from './calendar.json' with { type: 'json' };
import calls from './calls.json' with { type: 'json' };
import centres from './centres.json' with { type: 'json' };
import clocks from './clocks.json' with { type: 'json' };
import codeLists from './code-lists.json' with { type: 'json' };
import disclosure from './disclosure.json' with { type: 'json' };
import duty from './duty.json' with { type: 'json' };
import hotlines from './hotlines.json' with { type: 'json' };
import earlyIdentification2026 from './instruments/early-identification-2026.json' with {
  type: 'json',
};
import interview from './interview.json' with { type: 'json' };
import journal from './journal.json' with { type: 'json' };
import legalBases from './legal-bases.json' with { type: 'json' };
import pack from './pack.json' with { type: 'json' };
import people from './people.json' with { type: 'json' };
import protection from './protection.json' with { type: 'json' };
import recall from './recall.json' with { type: 'json' };
import retention from './retention.json' with { type: 'json' };
import routing from './routing.json' with { type: 'json' };
import safety from './safety.json' with { type: 'json' };
import sameChild from './same-child.json' with { type: 'json' };
import sharing from './sharing.json' with { type: 'json' };
import sources from './sources.json' with { type: 'json' };
import taskStatuses from './task-statuses.json' with { type: 'json' };
import visit from './visit.json' with { type: 'json' };
import works from './works.json' with { type: 'json' };

/** The files of the pack for Georgia as they lie on disk: not checked yet. */
export const georgia = {
  pack,
  access,
  areas,
  agencies,
  centres,
  calendar,
  calls,
  clocks,
  protection,
  recall,
  retention,
  routing,
  safety,
  interview,
  visit,
  works,
  taskStatuses,
  codeLists,
  disclosure,
  answers,
  duty,
  people,
  sameChild,
  hotlines,
  journal,
  legalBases,
  sharing,
  instruments: [earlyIdentification2026],
  sources,
};
