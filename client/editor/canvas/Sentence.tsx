import { toPieces } from '../kinds/words.ts';

/** A card's sentence with what stands out in bold. */
export function Sentence({ text }: { text: string }) {
  return toPieces(text).map(({ text: piece, strong }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence have no ids and are drawn together.
    strong ? <strong key={index}>{piece}</strong> : <span key={index}>{piece}</span>,
  );
}
