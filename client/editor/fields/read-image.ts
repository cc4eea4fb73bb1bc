import { err, ok, type Result } from '../../../shared/lib/result.ts';

/** The bytes of the largest image a bot file takes in; as text they are a third more. */
export const largestImageBytes = 2_000_000;
const types = /^image\/(png|jpeg|gif|webp|svg\+xml)$/;

export interface ReadImage {
  /** For the image's place in the bot file: small letters, digits, hyphens. */
  name: string;
  dataUrl: string;
}

/** Reads an image file as a data address, or says why not. */
export async function readImage(file: File): Promise<Result<ReadImage, 'type' | 'size'>> {
  if (!types.test(file.type)) return err('type');
  if (file.size > largestImageBytes) return err('size');
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  const name = file.name
    .replace(/\.\w+$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return ok({ name: name || 'image', dataUrl: `data:${file.type};base64,${btoa(binary)}` });
}
