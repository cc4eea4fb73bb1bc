import { Alert, Modal, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { toSentence } from '../api/api-problem.ts';
import { DialogButtons } from '../ui/DialogButtons.tsx';

interface Props {
  title: string;
  label: string;
  name: string;
  saving: boolean;
  error: unknown;
  onSave: (name: string) => void;
  onClose: () => void;
  /** Further fields. */
  children?: ReactNode;
}

/** A small dialog that gives something a name. */
export function NameDialog(props: Props) {
  const [name, setName] = useState(props.name);
  return (
    <Modal opened onClose={props.onClose} title={props.title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) props.onSave(name.trim());
        }}
      >
        <Stack gap="md">
          <TextInput
            required
            data-autofocus
            maxLength={200}
            label={props.label}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {props.children}
          {props.error !== null && <Alert color="red">{toSentence(props.error)}</Alert>}
          <DialogButtons saving={props.saving} onClose={props.onClose} />
        </Stack>
      </form>
    </Modal>
  );
}
