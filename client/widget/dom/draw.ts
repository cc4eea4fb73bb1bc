import { type Child, type Content, type Described, type Props, toChildren } from './jsx-runtime.ts';

interface Drawn {
  readonly child: Child;
  readonly node: Element | Text;
}

/** What was drawn into a parent last time. */
const last = new WeakMap<Node, Drawn[]>();
const html = 'http://www.w3.org/1999/xhtml';
const svg = 'http://www.w3.org/2000/svg';

/**
 * Makes a parent show the content and changes only what differs from the last drawing. An element stays the
 * same one as long as an element of its tag and key is described; keys are needed where siblings come and go.
 */
export function draw(parent: ParentNode & Node, content: Content): void {
  const old = [...(last.get(parent) ?? [])];
  const now = toChildren(content).map((child): Drawn => {
    const at = old.findIndex((drawn) => isSame(drawn.child, child));
    const [known] = at < 0 ? [] : old.splice(at, 1);
    return { child, node: known ? change(known, child) : create(child) };
  });
  for (const { node } of old) node.remove();
  now.forEach(({ node }, at) => {
    const there = parent.childNodes[at] ?? null;
    if (there !== node) parent.insertBefore(node, there);
  });
  last.set(parent, now);
}

function isSame(a: Child, b: Child): boolean {
  if (typeof a === 'string' || typeof b === 'string') return typeof a === typeof b;
  return a.tag === b.tag && a.key === b.key;
}

function create(child: Child): Drawn['node'] {
  if (typeof child === 'string') return document.createTextNode(child);
  const element = document.createElementNS(/^(svg|path)$/.test(child.tag) ? svg : html, child.tag);
  setAll(element, {}, child);
  if (child.props.ref) (child.props.ref as (element: Element) => void)(element);
  return element;
}

function change({ child: before, node }: Drawn, child: Child): Drawn['node'] {
  if (node instanceof Element) setAll(node, (before as Described).props, child as Described);
  else if (before !== child) node.data = child as string;
  return node;
}

function setAll(element: Element, before: Props, { props, children }: Described): void {
  for (const name of Object.keys({ ...before, ...props })) {
    if (before[name] !== props[name] && !/^(children|ref)$/.test(name)) set(element, name, props[name]);
  }
  draw(element, children);
}

/** Handlers are properties, which a page's content security policy allows; `aria-` states say false, too. */
function set(element: Element, name: string, value: unknown): void {
  if (name.startsWith('on')) Object.assign(element, { [name.toLowerCase()]: value });
  else if (value === undefined || (value === false && !name.startsWith('aria-')))
    element.removeAttribute(name);
  else element.setAttribute(name, value === true && !name.startsWith('aria-') ? '' : String(value));
}
