/** Whether what is called first is a text or a list of words: commands mean something else as one and as the other. */
import type { CommandForm } from '../model/rewriter.ts';
import { ArgumentForm, Op, type Value } from '../model/summary.ts';
import type { Evaluator } from '../program/evaluator.ts';
import type { Frame } from '../program/frame.ts';
import { alternatives, isInstanceOf } from '../program/types.ts';

/** What a call is given first; of `Popen(command).wait()`, what the process was made of. */
export function commandForm(p: Evaluator, frame: Frame, call: Value): CommandForm | undefined {
  const { summary } = frame.module;
  const callee = summary.a(call);
  const maker = summary.op(callee) === Op.Attribute ? summary.a(callee) : call;
  const [first] = summary.args(summary.op(maker) === Op.Call ? maker : call);
  if (first?.form !== ArgumentForm.Positional) return undefined;
  const types = alternatives(p.typeOf(frame, first.value));
  if (types.length === 0) return undefined;
  if (types.every((type) => isInstanceOf(type, /^builtins\.(?:str|bytes)$/))) return 'text';
  return types.every((type) => type.kind === 'tuple' || isInstanceOf(type, /^builtins\.(?:list|tuple)$/))
    ? 'words'
    : undefined;
}
