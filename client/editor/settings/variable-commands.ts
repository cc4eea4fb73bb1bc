import type { DraftFile } from '../../../shared/kinds/document.ts';
import { type BotSettings, botSettingsSchema, type Variable } from '../../../shared/schema/bot-settings.ts';
import { type Reference, toReferences } from '../../../shared/schema/references.ts';
import type { Command } from '../document/document-store.ts';
import { setAt } from './set-at.ts';
import { toStepReferences, toVariableNames } from './uses.ts';

/** Gives a variable another name, wherever it is read, kept or inserted into a text. */
export function renameVariable(from: string, to: string): Command {
  return (file) => {
    const variable = file.bot.variables.find(({ name }) => name === from);
    if (!variable || from === to || file.bot.variables.some(({ name }) => name === to)) return;
    variable.name = to;
    for (const { data, reference } of toPlaces(file)) {
      if (toVariableNames(reference).includes(from))
        setAt(data, reference.path, toRenamed(reference, from, to));
    }
  };
}

/** Changes a variable in place. Options belong to choices only. */
export function editVariable(name: string, edit: (variable: Variable) => void): Command {
  return ({ bot }) => {
    const variable = bot.variables.find((one) => one.name === name);
    if (!variable) return;
    edit(variable);
    if (variable.type !== 'choice') delete variable.options;
  };
}

/** Takes a variable out of the bot; steps that name it stay as they are. */
export function removeVariable(name: string): Command {
  return ({ bot }) => {
    const index = bot.variables.findIndex((variable) => variable.name === name);
    if (index >= 0) bot.variables.splice(index, 1);
  };
}

/** Puts a variable back to where it stood, unless one of its name is there. */
export function restoreVariable(variable: Variable, index: number): Command {
  return ({ bot }) => {
    if (!bot.variables.some(({ name }) => name === variable.name)) bot.variables.splice(index, 0, variable);
  };
}

/** The text with a variable's placeholders called otherwise; fallbacks stay. */
export function renameInTemplate(source: string, from: string, to: string): string {
  return source.replace(
    /\{\{\s*([^{}|\r\n]+?)\s*(\|[^{}\r\n]*)?\}\}/g,
    (whole, name: string, fallback = '') => (name === from ? `{{${to}${fallback}}}` : whole),
  );
}

function toRenamed({ kind, value }: Reference, from: string, to: string): string {
  return kind === 'template' || kind === 'secret-template' ? renameInTemplate(value, from, to) : to;
}

function toPlaces(file: DraftFile): { data: object; reference: Reference }[] {
  const settings: BotSettings = file.bot;
  return [
    ...toReferences(botSettingsSchema, settings).map((reference) => ({ data: settings, reference })),
    ...toStepReferences(file.flows).flatMap(({ node, references }) =>
      references.map((reference) => ({ data: node.data, reference })),
    ),
  ];
}
