import * as further from '../../shared/contract/further.ts';
import { http, on } from '../../shared/platform/http.ts';
import { apiOf } from '../../shared/platform/runtime.ts';
import { approveInterview, goOn } from './approve-interview.ts';
import { askEpisode } from './ask-episode.ts';
import { askFurther } from './ask-further.ts';
import { closeVisit } from './close-visit.ts';
import { confirmEpisode } from './confirm-episode.ts';
import { Env } from './env.ts';
import { episodes } from './episodes.ts';

const { OPEN_CENTRES: _openCentres, ...env } = Env.parse(process.env);
const deps = apiOf(env);

export const handler = http(deps.door, [
  on(further.askEpisode, askEpisode(deps)),
  on(further.confirmEpisode, confirmEpisode(deps)),
  on(further.episodes, episodes(deps)),
  on(further.askFurther, askFurther(deps)),
  on(further.approveInterview, approveInterview(deps)),
  on(further.goOn, goOn(deps)),
  on(further.closeVisit, closeVisit(deps)),
]);
