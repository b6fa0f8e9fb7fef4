/** The tools for language models: each question goes to the server, which answers in JSON. */
import { LanguageModelTextPart, LanguageModelToolResult, lm, type Disposable } from 'vscode';
import { ToolRequest, type ToolInput, type ToolName } from '../server/protocol.ts';
import { TOOLS } from './contributes/tools.ts';
import type { Session } from './session.ts';

export function registerTools(session: Session): Disposable[] {
  return (Object.keys(TOOLS) as ToolName[]).map((tool) =>
    lm.registerTool<ToolInput>(tool, {
      async invoke({ input }) {
        const answer = await session.ask(ToolRequest, { tool, input });
        const text = answer ?? '{"error":"Awaitwise is not running"}';
        return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
      },
    }),
  );
}
