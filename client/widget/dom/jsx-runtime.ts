/** A described element. Components are called at once, so a description holds nothing but elements and words. */
export interface Described {
  readonly tag: string;
  readonly key: string | number | undefined;
  readonly props: Props;
  readonly children: readonly Child[];
}
export type Child = Described | string;
/** What may stand between tags; what is empty is left out. */
export type Content = Child | number | boolean | null | undefined | readonly Content[];
export type Props = Readonly<Record<string, unknown>>;

type Component = (props: never) => Content;

/** Describes an element, or what a component makes of its properties: the compiler calls it for every tag. */
export function jsx(type: string | Component, props: Props, key?: Described['key']): Content {
  if (typeof type !== 'function')
    return { tag: type, key, props, children: toChildren(props.children as Content) };
  const made = type(props as never);
  return isDescribed(made) && key !== undefined ? { ...made, key } : made;
}

/** The same for several children. @alias */
export const jsxs = jsx;

function isDescribed(content: Content): content is Described {
  return typeof content === 'object' && content !== null && 'tag' in content;
}

/** Content without an element around it. */
export function Fragment({ children }: { children?: Content }): Content {
  return children;
}

/** A flat list of what is to be drawn. */
export function toChildren(content: Content): Child[] {
  if (Array.isArray(content)) return content.flatMap(toChildren);
  if (content === null || content === undefined || typeof content === 'boolean' || content === '') return [];
  return [typeof content === 'object' ? (content as Described) : String(content)];
}

type On<Target, Name extends string, Happening> = {
  readonly [Key in Name]?: (event: Happening & { readonly currentTarget: Target }) => void;
};
type Attribute = string | number | boolean | undefined;
type Attributes<Target> = On<
  Target,
  'onClick' | 'onInput' | 'onChange' | 'onScroll' | 'onError' | 'onLoad',
  Event
> &
  On<Target, 'onKeyDown', KeyboardEvent> &
  On<Target, 'onSubmit', SubmitEvent> & {
    readonly [Name in `aria-${string}`]?: Attribute;
  } & {
    readonly key?: Described['key'];
    /** Called once, when the element was made. */
    readonly ref?: (element: Target) => void;
    readonly class?: string | undefined;
  } & {
    readonly [Name in
      | 'type'
      | 'role'
      | 'lang'
      | 'title'
      | 'href'
      | 'target'
      | 'rel'
      | 'src'
      | 'alt'
      | 'hidden'
      | 'disabled'
      | 'tabindex'
      | 'rows'
      | 'maxlength'
      | 'placeholder'
      | 'value'
      | 'selected'
      | 'datetime'
      | 'd'
      | 'viewBox']?: Attribute;
  };

export declare namespace JSX {
  type Element = Content;
  type ElementType = string | Component;
  interface ElementChildrenAttribute {
    children: unknown;
  }
  interface IntrinsicAttributes {
    readonly key?: string | number;
  }
  type IntrinsicElements = {
    [Tag in keyof HTMLElementTagNameMap]: Attributes<HTMLElementTagNameMap[Tag]> & { children?: Content };
  } & { [Tag in 'svg' | 'path']: Attributes<SVGElement> & { children?: Content } };
}
