import { Alert, Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toSentence } from '../api/api-problem.ts';

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
  const { t } = useTranslation();
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
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={props.saving}>
              {t('action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
