import type { BotFile } from '../../shared/kinds/document.ts';
import { checkExpectation } from './check-expectation.ts';
import { Conversation } from './conversation.ts';
import type { Scenario, ScriptStep } from './script.ts';

/**
 * Plays a scenario against a bot and throws at the first expectation that does not hold, naming the step.
 * @param throughJson the state and the bot are sent through JSON before every event
 */
export function playScript(file: BotFile, scenario: Scenario, throughJson: boolean): Conversation {
  const { time, channel, language, contact } = scenario;
  const conversation = new Conversation(file, { time, channel, language, contact }, throughJson);
  for (const staffing of scenario.agents) conversation.staff(staffing);
  conversation.start();
  scenario.steps.forEach((step, index) => {
    try {
      doStep(conversation, file, step);
    } catch (problem) {
      const reason = problem instanceof Error ? problem.message : String(problem);
      throw new Error(`Step ${index + 1} of “${scenario.name}”, ${JSON.stringify(step)}: ${reason}`);
    }
  });
  return conversation;
}

function doStep(conversation: Conversation, file: BotFile, step: ScriptStep): void {
  if ('expect' in step) checkExpectation(conversation, file, step.expect);
  else if ('agent' in step) doAgentStep(conversation, step);
  else if ('say' in step) conversation.say(step.say);
  else if ('press' in step) conversation.press(step.press);
  else if ('rate' in step) conversation.rate(step.rate, step.comment);
  else if ('thumbs' in step) conversation.thumbs(step.thumbs);
  else if ('file' in step) conversation.sendFile(step.file);
  else if ('cancel' in step) conversation.happen({ type: 'cancelled' });
  else if ('wait' in step) conversation.wait(toMilliseconds(step.wait));
  else if ('time' in step) conversation.waitUntil(step.time);
  else if ('agents' in step) conversation.staff(step.agents);
  else if ('event' in step) conversation.happen({ type: 'named-event', name: step.event });
  else conversation.answer(step.answer.ok, step.answer.variables);
}

function doAgentStep(conversation: Conversation, step: Extract<ScriptStep, { agent: string }>): void {
  if (step.agent === 'joins') conversation.join(step.name);
  else if (step.agent === 'writes') conversation.write(step.text);
  else if (step.agent === 'resolves') conversation.resolve(step.outcome ?? null, step.survey ?? null);
  else if (step.agent === 'returns') conversation.giveBack();
  else if (step.agent === 'sends-flow') conversation.sendFlow(step.flow);
  else conversation.happen({ type: 'start-survey', name: step.survey });
}

function toMilliseconds({ seconds = 0, minutes = 0, hours = 0 }: Record<string, number | undefined>): number {
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}
