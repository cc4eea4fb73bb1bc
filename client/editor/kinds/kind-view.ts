import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { DataOf, KindType } from '../../../shared/kinds/document.ts';
import type { Command } from '../document/document-store.ts';
import type { Words } from './words.ts';

/** A kind's data while it is being edited: any field may be missing. */
export type DraftOf<Type extends KindType> = Partial<DataOf<Type>>;

export interface FormProps<Data> {
  data: Data;
  /**
   * Sets one field; undefined takes it away. Typing in one field is one undo. `also` is carried out in
   * the same edit.
   */
  set: <Key extends keyof Data & string>(key: Key, value: Data[Key] | undefined, also?: Command) => void;
}

/** How a node kind looks: its label and hint are texts of the area `kinds`, under its type. */
export interface KindView<Data = Record<string, unknown>> {
  icon: LucideIcon;
  /** What the step does, in the designer's own words; `words.strong` marks what stands out. */
  sentence(data: Data, words: Words): string;
  Form: ComponentType<FormProps<Data>>;
}
