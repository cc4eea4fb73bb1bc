const shapes = {
  chat: 'M21 12a8.5 8.5 0 0 1-12 7.5L3 21l1.5-6A8.5 8.5 0 1 1 21 12z',
  close: 'M18 6 6 18M6 6l12 12',
  send: 'M5 12h14M13 6l6 6-6 6',
  clip: 'm21 11-9 9a5.5 5.5 0 0 1-8-8l9-9a3.7 3.7 0 0 1 5.5 5l-9.5 9.5a1.8 1.8 0 0 1-2.5-2.5L15 6.5',
  more: 'M12 5h.01M12 12h.01M12 19h.01',
  up: 'M7 10v11H3V10zl4-8a2.5 2.5 0 0 1 3 3l-1 4h6a2 2 0 0 1 2 2l-1 8a2 2 0 0 1-2 2H7',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 21a7.5 7.5 0 0 1 15 0',
  bot: 'M5 9h14v11H5zM12 9V5M9 14h.01M15 14h.01M2 14v2M22 14v2',
  star: 'm12 3 2.7 5.7 6.3.8-4.6 4.3 1.2 6.2-5.6-3-5.6 3 1.2-6.2L3 9.5l6.3-.8z',
};
export type Shape = keyof typeof shapes;

/** A drawing without a name of its own: the button or text beside it says what it means. */
export function Icon({ shape, flip }: { shape: Shape; flip?: boolean }) {
  return (
    <svg class={flip ? 'icon flip' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapes[shape]} />
    </svg>
  );
}
