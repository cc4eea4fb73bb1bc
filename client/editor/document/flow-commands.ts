import type { DraftFlow } from '../../../shared/kinds/document.ts';
import type { Variable } from '../../../shared/schema/bot-settings.ts';
import type { Command } from './document-store.ts';
import { newId } from './new-id.ts';

/** Adds an empty flow. */
export function addFlow(id: string, name: string): Command {
  return (file) => {
    file.flows.push({ id, name, nodes: [], edges: [] });
  };
}

/** Adds a flow that others can run: it has its beginning already. */
export function addCallableFlow(id: string, name: string): Command {
  return (file) => {
    const start = {
      id: newId('n-'),
      type: 'flow-start' as const,
      position: { x: 0, y: 0 },
      data: { forAgents: false },
    };
    file.flows.push({ id, name, nodes: [start], edges: [] });
  };
}

/** Gives a flow another name; one that is gone is left alone. */
export function renameFlow(id: string, name: string): Command {
  return (file) => {
    const flow = file.flows.find((item) => item.id === id);
    if (flow) flow.name = name;
  };
}

/** Adds a copy of a flow behind it. Ids of nodes are unique within their flow, so they stay. */
export function duplicateFlow(id: string, copyId: string, name: string): Command {
  return (file) => {
    const index = file.flows.findIndex((item) => item.id === id);
    const flow = file.flows[index];
    if (!flow) return;
    const copy = JSON.parse(JSON.stringify(flow)) as DraftFlow;
    file.flows.splice(index + 1, 0, { ...copy, id: copyId, name });
  };
}

/** Deletes a flow. What ran it stays, and is a problem to show. */
export function removeFlow(id: string): Command {
  return (file) => {
    const index = file.flows.findIndex((item) => item.id === id);
    if (index >= 0) file.flows.splice(index, 1);
  };
}

/** Declares a variable, unless there is one of that name. */
export function declareVariable(variable: Variable): Command {
  return (file) => {
    if (!file.bot.variables.some(({ name }) => name === variable.name)) file.bot.variables.push(variable);
  };
}

/** Keeps an image in the file, as a data address. */
export function addAsset(name: string, dataUrl: string): Command {
  return (file) => {
    file.bot.assets[name] = dataUrl;
  };
}

/** Several commands as one. */
export function all(...commands: readonly Command[]): Command {
  return (file) => {
    for (const command of commands) command(file);
  };
}
