import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiKey, adminRoutes } from '../../shared/api/admin.ts';
import { type Role, roles } from '../../shared/api/route.ts';
import { call } from '../api/call.ts';
import { CopyField } from '../ui/CopyField.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Mark } from '../ui/Mark.tsx';
import { toWhen } from '../ui/times.ts';
import { useNow } from '../ui/use-now.ts';
import { NameDialog } from './NameDialog.tsx';
import { Page } from './Page.tsx';
import { RemoveButton } from './RemoveButton.tsx';
import { Rows } from './Rows.tsx';
import { RowText } from './RowText.tsx';
import { useChange, useKeys } from './use-admin.ts';

/** Keys by which programs call this server. */
export function KeysPage() {
  const { t } = useTranslation('settings');
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<{ name: string; secret: string } | null>(null);
  return (
    <Page
      title={t('page.keys')}
      text={t('keys.text')}
      action={
        <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setMaking(true)}>
          {t('keys.make')}
        </Button>
      }
    >
      <Rows
        label={t('page.keys')}
        query={useKeys()}
        toKey={({ id }) => id}
        empty={<Empty icon={KeyRound} title={t('keys.empty')} text={t('keys.emptyText')} />}
        row={(key) => <KeyRow apiKey={key} />}
      />
      {making && (
        <KeyDialog
          onClose={() => setMaking(false)}
          onMade={(name, secret) => {
            setMaking(false);
            setMade({ name, secret });
          }}
        />
      )}
      {made && (
        <Modal opened onClose={() => setMade(null)} title={made.name} closeOnClickOutside={false}>
          <Stack gap="md">
            <Text size="sm">{t('keys.once')}</Text>
            <CopyField label={t('keys.key')} value={made.secret} />
          </Stack>
        </Modal>
      )}
    </Page>
  );
}

function KeyDialog(props: { onClose: () => void; onMade: (name: string, secret: string) => void }) {
  const { t } = useTranslation('settings');
  const [chosen, setChosen] = useState<Role[]>(['agent']);
  const make = useChange((name: string) => call(adminRoutes.keyCreate, { body: { name, roles: chosen } }), {
    quiet: true,
  });
  return (
    <NameDialog
      title={t('keys.make')}
      label={t('keys.name')}
      name=""
      saving={make.isPending}
      error={make.error}
      onSave={(name) => make.mutate(name, { onSuccess: ({ key, secret }) => props.onMade(key.name, secret) })}
      onClose={props.onClose}
    >
      <Checkbox.Group label={t('keys.roles')} value={chosen} onChange={(next) => setChosen(next as Role[])}>
        <Stack gap="xs" mt={8}>
          {roles.map((role) => (
            <Checkbox
              key={role}
              value={role}
              label={t(`common:role.${role}`)}
              disabled={chosen.length === 1 && chosen.includes(role)}
            />
          ))}
        </Stack>
      </Checkbox.Group>
    </NameDialog>
  );
}

function KeyRow({ apiKey: { id, name, starts, roles: may, lastUsedAt } }: { apiKey: ApiKey }) {
  const { t, i18n } = useTranslation('settings');
  const now = useNow();
  const revoke = useChange(() => call(adminRoutes.keyRevoke, { params: { id } }));
  return (
    <>
      <RowText title={name}>
        <code>{starts}…</code> ·{' '}
        {lastUsedAt ? t('keys.used', { when: toWhen(lastUsedAt, now, i18n.language) }) : t('keys.unused')}
      </RowText>
      <Group gap={4}>
        {may.map((role) => (
          <Mark key={role}>{t(`common:role.${role}`)}</Mark>
        ))}
        <RemoveButton name={name} text={t('keys.removeText')} remove={() => revoke.mutate(undefined)} />
      </Group>
    </>
  );
}
