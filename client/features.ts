/** What the extension tells the server that it can do. */
import type { ClientFeatures } from '../server/protocol.ts';
import type { CommandId } from './contributes/commands.ts';

export const FEATURES = {
  status: true,
  exclude: true,
  workflows: true,
  decideCommand: 'awaitwise.shouldBeAsync' satisfies CommandId,
  showPathCommand: 'awaitwise.showBlockingPath' satisfies CommandId,
  turnOffRuleCommand: 'awaitwise.turnOffRule' satisfies CommandId,
} satisfies ClientFeatures;
