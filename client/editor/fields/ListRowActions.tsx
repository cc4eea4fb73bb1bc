import { moveAt, removeAt } from './list-edits.ts';
import { RowActions } from './RowActions.tsx';

interface ListRowActionsProps<Item> {
  /** What the row is, for who hears the screen: 'Answer 2'. */
  name: string;
  list: readonly Item[];
  index: number;
  onChange: (list: Item[]) => void;
  /** How many rows must stay; none unless told. */
  min?: number;
}

/** Moves a row within its list, or takes it out of it. */
export function ListRowActions<Item>({ name, list, index, onChange, min = 0 }: ListRowActionsProps<Item>) {
  return (
    <RowActions
      name={name}
      onUp={index > 0 ? () => onChange(moveAt(list, index, -1)) : undefined}
      onDown={index < list.length - 1 ? () => onChange(moveAt(list, index, 1)) : undefined}
      onRemove={list.length > min ? () => onChange(removeAt(list, index)) : undefined}
    />
  );
}
