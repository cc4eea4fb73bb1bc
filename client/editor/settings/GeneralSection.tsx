import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePerform } from '../editor-context.ts';
import { ImageField } from '../fields/ImageField.tsx';
import { AddressField } from './AddressField.tsx';
import { FieldError } from './FieldError.tsx';
import { Section } from './Section.tsx';
import { useEditSettings, useErrorAt, useSetting } from './use-settings.ts';

/** How the bot is called, by designers and by customers, and where it is found. */
export function GeneralSection() {
  const { t } = useTranslation('bot-settings');
  const name = useSetting('name');
  const persona = useSetting('persona');
  const edit = useEditSettings();
  const perform = usePerform();
  const errorAt = useErrorAt();
  return (
    <Section counts="atOnce" title={t('part.general')}>
      <TextInput
        label={t('general.name')}
        description={t('general.nameHint')}
        value={name}
        maxLength={100}
        error={errorAt('name')}
        onChange={({ currentTarget: { value } }) =>
          edit((bot) => {
            bot.name = value;
          }, 'bot-name')
        }
      />
      <AddressField />
      <TextInput
        label={t('general.persona')}
        description={t('general.personaHint')}
        value={persona.name ?? ''}
        maxLength={60}
        error={errorAt('persona', 'name')}
        onChange={({ currentTarget: { value } }) =>
          edit((bot) => {
            if (value === '') delete bot.persona.name;
            else bot.persona.name = value;
          }, 'persona-name')
        }
      />
      <div>
        <ImageField
          label={t('general.picture')}
          hint={t('general.pictureHint')}
          value={persona.avatar}
          onChange={(image, also) =>
            perform(
              (file) => {
                also?.(file);
                if (image === undefined) delete file.bot.persona.avatar;
                else file.bot.persona.avatar = image;
              },
              also ? undefined : 'persona-avatar',
            )
          }
        />
        <FieldError sentence={errorAt('persona', 'avatar')} />
      </div>
    </Section>
  );
}
