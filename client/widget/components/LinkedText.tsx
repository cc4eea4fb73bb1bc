const address = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]'])/;

/** Plain words with addresses made followable; nothing else in them is ever read as markup. */
export function LinkedText({ text }: { text: string }) {
  return <p>{text.split(address).map(toPiece)}</p>;
}

function toPiece(piece: string, at: number) {
  return at % 2 === 1 ? <Followable address={piece} /> : piece;
}

/** A link that opens beside the page, which learns nothing of where the customer came from. */
export function Followable({ address, label = address }: { address: string | undefined; label?: string }) {
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {label}
    </a>
  );
}
