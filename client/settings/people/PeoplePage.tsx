import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { EllipsisVertical, Link2, Pencil, Trash2, UserPlus, Users } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminRoutes, type Person } from '../../../shared/api/admin.ts';
import { call } from '../../api/call.ts';
import { usePerson } from '../../api/session.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { toWhen } from '../../ui/times.ts';
import { useNow } from '../../ui/use-now.ts';
import { confirmRemoval } from '../confirm-removal.tsx';
import { Page } from '../Page.tsx';
import { Rows } from '../Rows.tsx';
import { RowText } from '../RowText.tsx';
import { useChange, useDepartments, usePeople } from '../use-admin.ts';
import { isWithoutDepartment } from './is-without-department.ts';
import { LinkDialog } from './LinkDialog.tsx';
import { PersonDialog } from './PersonDialog.tsx';

type Open =
  | { dialog: 'invite' }
  | { dialog: 'change'; person: Person }
  | { dialog: 'link'; person: Person; link: string };

/** Everybody who may sign in, with their roles and departments. */
export function PeoplePage() {
  const { t } = useTranslation('settings');
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const newLink = useChange((person: Person) => call(adminRoutes.personLink, { params: { id: person.id } }));
  return (
    <Page
      title={t('page.people')}
      text={t('people.text')}
      action={
        <Button
          leftSection={<UserPlus size={16} aria-hidden />}
          onClick={() => setOpen({ dialog: 'invite' })}
        >
          {t('people.invite')}
        </Button>
      }
    >
      <Rows
        label={t('page.people')}
        query={usePeople()}
        toKey={({ id }) => id}
        empty={<Empty icon={Users} title={t('people.empty')} />}
        row={(person) => (
          <PersonRow
            person={person}
            change={() => setOpen({ dialog: 'change', person })}
            makeLink={() =>
              newLink.mutate(person, { onSuccess: ({ link }) => setOpen({ dialog: 'link', person, link }) })
            }
          />
        )}
      />
      {open?.dialog === 'link' && <LinkDialog person={open.person} link={open.link} onClose={close} />}
      {(open?.dialog === 'invite' || open?.dialog === 'change') && (
        <PersonDialog
          person={open.dialog === 'change' ? open.person : null}
          onClose={close}
          onInvited={(person, link) => setOpen({ dialog: 'link', person, link })}
        />
      )}
    </Page>
  );
}

function PersonRow({
  person,
  change,
  makeLink,
}: {
  person: Person;
  change: () => void;
  makeLink: () => void;
}) {
  const { t, i18n } = useTranslation('settings');
  const now = useNow();
  const departments = useDepartments().data ?? [];
  const names = departments.filter(({ id }) => person.departments.includes(id)).map(({ name }) => name);
  const seen = person.lastSeenAt && t('people.seen', { when: toWhen(person.lastSeenAt, now, i18n.language) });
  return (
    <>
      <RowText title={person.name || person.email}>
        {[person.email, ...names, seen].filter(Boolean).join(' · ')}
        {isWithoutDepartment(person, departments) && <div>{t('people.noDepartment')}</div>}
      </RowText>
      <Group gap={4}>
        {person.invited && <Mark tone="waiting">{t('people.invited')}</Mark>}
        {person.roles.map((role) => (
          <Mark key={role}>{t(`common:role.${role}`)}</Mark>
        ))}
      </Group>
      <PersonRowMenu person={person} change={change} makeLink={makeLink} />
    </>
  );
}

function PersonRowMenu({
  person,
  change,
  makeLink,
}: {
  person: Person;
  change: () => void;
  makeLink: () => void;
}) {
  const { t } = useTranslation('settings');
  const me = usePerson();
  const remove = useChange(() => call(adminRoutes.personRemove, { params: { id: person.id } }));
  const name = person.name || person.email;
  const askRemoval = () =>
    confirmRemoval({
      title: t('people.removeTitle', { name }),
      text: t('people.removeText'),
      remove: () => remove.mutate(undefined),
    });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('moreFor', { name })}>
          <EllipsisVertical size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Pencil size={16} />} onClick={change}>
          {t('people.change')}
        </Menu.Item>
        <Menu.Item leftSection={<Link2 size={16} />} onClick={makeLink}>
          {t('people.newLink')}
        </Menu.Item>
        {person.id !== me.id && (
          <Menu.Item color="red" leftSection={<Trash2 size={16} />} onClick={askRemoval}>
            {t('people.remove')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
