/** The door: all that a shell needs of the engine. The only place that says which languages there are. */
import { python } from './python/front-end.ts';
import { rules } from './rules/index.ts';
import { AnalysisHost as Host, type EngineOptions } from './service/analysis-host.ts';

export class AnalysisHost extends Host {
  constructor(options: EngineOptions) {
    super(options, python, rules);
  }
}

export { rules };
export { applyEdits } from './service/edits.ts';
export { best, type Choose, editsOnce, fixAll, fixOnce, type Fixed } from './service/fix-all.ts';
export { probeFor } from './python/probe.ts';
export { stubsIn } from './python/typeshed/stubs.ts';
export type { EngineOptions };
export { readPack } from './knowledge/read-pack.ts';
export type { OwnPacks, Pack } from './knowledge/pack.ts';
export type { Analysis } from './service/analysis.ts';
export type { CallNode, CallNodeKey, CallWay } from './effects/call-hierarchy.ts';
export type { AuditedCall } from './effects/audit.ts';
export type { CallTrace } from './effects/facts.ts';
export type { Verdict } from './effects/verdict.ts';
export type { Rule } from './rules/rule.ts';
export {
  Baseline,
  baselineEntry,
  type BaselineEntry,
  readBaseline,
  writeBaseline,
} from './service/baseline.ts';
export { callKnowledge, type CallKnowledge, unknownCall } from './service/call-knowledge.ts';
export { decisionsFolder } from './service/decisions.ts';
export { matchesGlob, placedGlob } from './service/glob.ts';
export { overridden, settingsOf, type WrittenSettings } from './service/layers.ts';
export { settingsAt } from './service/severity.ts';
export { readSelector, ruleCode, unknownRule, type RuleHeading } from './service/selectors.ts';
export { ADVICES } from './workflows/advice.ts';
export { paths, possible, rulings, step } from './workflows/decision.ts';
export {
  type Assumptions,
  assumptionsFor,
  type Figures,
  figures,
  LATENCIES,
  WAYS,
} from './workflows/figures.ts';
export { type Glance, glance } from './workflows/glance.ts';
export { answersOf, prefill } from './workflows/prefill.ts';
export { type Answers, QUESTIONS, readAnswer } from './workflows/questions.ts';
export { guide, type GuideOutcome } from './workflows/guide.ts';
export { type RecordInput, writeRecord } from './workflows/record.ts';
export { decisionsIn, recordDecision, type RecordFile } from './workflows/records.ts';
export { advise, decideFor, type Recommendation } from './workflows/recommendation.ts';
export type { AdviceId } from './workflows/rulings.ts';
export type { Workflow, WorkflowKind } from './workflows/workflow.ts';
