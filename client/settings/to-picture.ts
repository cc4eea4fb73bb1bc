/** Side of a person's picture, in pixels: sharp at the 56 it is shown in at most. */
const side = 128;

/** Makes a small square picture of a file, as a data address. Rejects what is no image. */
export async function toPicture(file: File): Promise<string> {
  const image = await createImageBitmap(file);
  const cut = Math.min(image.width, image.height);
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser does not draw pictures.');
  context.drawImage(image, (image.width - cut) / 2, (image.height - cut) / 2, cut, cut, 0, 0, side, side);
  image.close();
  return canvas.toDataURL('image/jpeg', 0.85);
}
