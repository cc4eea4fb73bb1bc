/**
 * Tells the style how high the visible part of the page is (`--visible`) and how far it is scrolled
 * (`--above`), since a phone's keyboard covers the window without making it smaller.
 */
export function keepAboveKeyboard(host: HTMLElement): void {
  const area = window.visualViewport;
  host.style.setProperty('--visible', '100dvh');
  if (!area) return;
  const measure = () => {
    // While the customer zooms in, the visible part says nothing about a keyboard.
    if (area.scale > 1.01) return;
    host.style.setProperty('--visible', `${area.height}px`);
    host.style.setProperty('--above', `${area.offsetTop}px`);
  };
  area.addEventListener('resize', measure);
  area.addEventListener('scroll', measure);
  measure();
}
