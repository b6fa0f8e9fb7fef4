/** Elements of the page, with the compiler's eye on their attributes. */
import { type ComponentChildren, createElement, type JSX, type VNode } from 'preact';

type Tags = JSX.IntrinsicElements;

export function h<Tag extends keyof Tags>(
  tag: Tag,
  attributes: Tags[Tag],
  ...children: ComponentChildren[]
): VNode {
  return createElement(tag, attributes as never, ...children) as unknown as VNode;
}
