import * as additions from '../../shared/contract/additions.ts';
import * as feedback from '../../shared/contract/feedback.ts';
import * as questions from '../../shared/contract/questions.ts';
import * as recalls from '../../shared/contract/recalls.ts';
import * as contract from '../../shared/contract/referrals.ts';
import * as safety from '../../shared/contract/safety.ts';
import * as statements from '../../shared/contract/statements.ts';
import { http, on } from '../../shared/platform/http.ts';
import { apiOf } from '../../shared/platform/runtime.ts';
import { recallLists } from '../../shared/store/recall-lists.ts';
import { tellings } from '../../shared/store/told.ts';
import { acknowledgeFeedback } from './acknowledge-feedback.ts';
import { addNews } from './add-news.ts';
import { answerQuestion } from './answer-question.ts';
import { askReferrer } from './ask-referrer.ts';
import { closeFeedbackLoop } from './close-feedback-loop.ts';
import { closeReferral } from './close-referral.ts';
import { confirmRecall } from './confirm-recall.ts';
import { considerStatement } from './consider-statement.ts';
import { Env } from './env.ts';
import { exceptFromFeedback } from './except-from-feedback.ts';
import { explainRouting } from './explain-routing.ts';
import { getRecall } from './get-recall.ts';
import { getReferral } from './get-referral.ts';
import { listAdditions } from './list-additions.ts';
import { listOpenRecalls } from './list-open-recalls.ts';
import { listQuestions } from './list-questions.ts';
import { listRecalls } from './list-recalls.ts';
import { listReferrals } from './list-referrals.ts';
import { listStatements } from './list-statements.ts';
import { makeRecall } from './make-recall.ts';
import { makeStatement } from './make-statement.ts';
import { openConditions } from './open-conditions.ts';
import { referralClocks } from './referral-clocks.ts';
import { referralTimeline } from './referral-timeline.ts';
import { releaseFeedback } from './release-feedback.ts';
import { returnReferral } from './return-referral.ts';
import { sendFeedback } from './send-feedback.ts';
import { submitReferral } from './submit-referral.ts';
import { withdrawReferral } from './withdraw-referral.ts';

const store = apiOf(Env.parse(process.env));
const deps = {
  ...store,
  tellings: tellings(store.table, store.records),
  recalls: recallLists(store.table, store.cursors),
};

export const handler = http(deps.door, [
  on(contract.submitReferral, submitReferral(deps)),
  on(contract.listReferrals, listReferrals(deps)),
  on(contract.getReferral, getReferral(deps)),
  on(contract.explainRouting, explainRouting(deps)),
  on(contract.referralClocks, referralClocks(deps)),
  on(contract.referralTimeline, referralTimeline(deps)),
  on(feedback.sendFeedback, sendFeedback(deps)),
  on(feedback.acknowledgeFeedback, acknowledgeFeedback(deps)),
  on(contract.closeReferral, closeReferral(deps)),
  on(additions.addNews, addNews(deps)),
  on(additions.listAdditions, listAdditions(deps)),
  on(feedback.releaseFeedback, releaseFeedback(deps)),
  on(feedback.closeFeedbackLoop, closeFeedbackLoop(deps)),
  on(feedback.exceptFromFeedback, exceptFromFeedback(deps)),
  on(questions.askReferrer, askReferrer(deps)),
  on(questions.listQuestions, listQuestions(deps)),
  on(questions.answerQuestion, answerQuestion(deps)),
  on(contract.returnReferral, returnReferral(deps)),
  on(contract.withdrawReferral, withdrawReferral(deps)),
  on(statements.makeStatement, makeStatement(deps)),
  on(statements.listStatements, listStatements(deps)),
  on(statements.considerStatement, considerStatement(deps)),
  on(safety.openConditions, openConditions(deps)),
  on(recalls.makeRecall, makeRecall(deps)),
  on(recalls.listRecalls, listRecalls(deps)),
  on(recalls.getRecall, getRecall(deps)),
  on(recalls.confirmRecall, confirmRecall(deps)),
  on(recalls.listOpenRecalls, listOpenRecalls(deps)),
]);
