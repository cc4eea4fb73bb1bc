import { ActionIcon, Button, FileButton, Group, Image, Input, Stack, Text, TextInput } from '@mantine/core';
import { ImageUp, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../document/document-store.ts';
import { addAsset } from '../document/flow-commands.ts';
import { newName } from '../document/new-id.ts';
import { useDocument } from '../editor-context.ts';
import { readImage } from './read-image.ts';

interface ImageFieldProps {
  label: string;
  hint?: string;
  /** `asset:name` of the bot file, or a web address. */
  value: string | undefined;
  /** `also` keeps an image that was uploaded here, in the same edit. */
  onChange: (image: string | undefined, also?: Command) => void;
}

/** An image: uploaded into the bot, or one that stands at a web address. */
export function ImageField({ label, hint, value, onChange }: ImageFieldProps) {
  const { t } = useTranslation('kinds');
  const assets = useDocument((state) => state.file.bot.assets);
  const [problem, setProblem] = useState<string | null>(null);
  const upload = async (file: File | null) => {
    if (!file) return;
    const image = await readImage(file);
    setProblem(image.ok ? null : t(`field.image-${image.error}`));
    if (!image.ok) return;
    const name = newName(image.value.name, Object.keys(assets), '-');
    onChange(`asset:${name}`, addAsset(name, image.value.dataUrl));
  };
  const isAsset = value?.startsWith('asset:') ?? false;
  const source = isAsset ? assets[value?.slice('asset:'.length) ?? ''] : value;
  return (
    <Input.Wrapper label={label} description={hint} error={problem} labelElement="div">
      <Stack gap="xs" mt={4}>
        {source && (
          <Group gap="xs" wrap="nowrap">
            <Image src={source} alt="" h={56} w="auto" maw={160} fit="contain" radius="sm" />
            {isAsset && (
              <Text size="xs" c="dimmed" flex={1} truncate>
                {value?.slice('asset:'.length)}
              </Text>
            )}
            <ActionIcon aria-label={t('field.removeImage')} onClick={() => onChange(undefined)}>
              <X size={16} aria-hidden />
            </ActionIcon>
          </Group>
        )}
        <FileButton
          onChange={(file) => void upload(file)}
          accept="image/png,image/jpeg,image/gif,image/webp,image/svg+xml"
        >
          {(props) => (
            <Button {...props} variant="default" size="xs" leftSection={<ImageUp size={14} aria-hidden />}>
              {t('field.uploadImage')}
            </Button>
          )}
        </FileButton>
        {!isAsset && (
          <TextInput
            aria-label={t('field.imageAddress')}
            placeholder={t('field.imageAddress')}
            value={value ?? ''}
            onChange={(event) => onChange(event.currentTarget.value.trim() || undefined)}
          />
        )}
      </Stack>
    </Input.Wrapper>
  );
}
