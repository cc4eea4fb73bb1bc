import { expect, test, vi } from 'vitest';
import { draw } from './draw.ts';

function Line({ text }: { text: string }) {
  return <p>{text}</p>;
}

function createPlace(): HTMLElement {
  return document.createElement('div');
}

test('elements, words and numbers are drawn, nothing else', () => {
  const place = createPlace();
  draw(
    place,
    <p class="a">
      {0} {false}
      {null}
      {['b', <b key="c">c</b>]}
    </p>,
  );
  expect(place.innerHTML).toBe('<p class="a">0 b<b>c</b></p>');
});

test('an element stays the same one while it is described', () => {
  const place = createPlace();
  draw(place, <input placeholder="one" />);
  const field = place.firstChild;
  draw(place, <input placeholder="two" />);
  expect(place.firstChild).toBe(field);
  expect(place.innerHTML).toContain('two');
});

test('keys keep elements when others come and go before them', () => {
  const place = createPlace();
  draw(
    place,
    ['a', 'b', 'c'].map((key) => <p key={key}>{key}</p>),
  );
  const [, b, c] = place.children;
  draw(
    place,
    ['x', 'c', 'b'].map((key) => <p key={key}>{key}</p>),
  );
  expect(place.textContent).toBe('xcb');
  expect([place.children[2], place.children[1]]).toEqual([b, c]);
});

test('a component’s key belongs to what it draws', () => {
  const place = createPlace();
  draw(
    place,
    ['a', 'b'].map((text) => <Line key={text} text={text} />),
  );
  const [, b] = place.children;
  draw(place, <Line key="b" text="b" />);
  expect(place.firstChild).toBe(b);
});

test('attributes that are left out go, states say false', () => {
  const place = createPlace();
  draw(place, <button type="button" disabled class="a" aria-pressed={false} />);
  expect(place.innerHTML).toContain('aria-pressed="false"');
  draw(place, <button type="button" disabled={false} />);
  expect(place.innerHTML).toBe('<button type="button"></button>');
});

test('only the newest handler is called', () => {
  const place = createPlace();
  const [first, second] = [vi.fn(), vi.fn()];
  draw(place, <button type="button" onClick={first} />);
  draw(place, <button type="button" onClick={second} />);
  place.querySelector('button')?.click();
  expect(first).not.toHaveBeenCalled();
  expect(second).toHaveBeenCalledOnce();
});

test('words of a customer are never markup', () => {
  const place = createPlace();
  draw(place, <p>{'<img src=x onerror=alert(1)>'}</p>);
  expect(place.querySelector('img')).toBeNull();
});

test('a ref is called once, with the element', () => {
  const place = createPlace();
  const ref = vi.fn();
  draw(place, <p ref={ref} />);
  draw(place, <p ref={ref} />);
  expect(ref).toHaveBeenCalledExactlyOnceWith(place.firstChild);
});
