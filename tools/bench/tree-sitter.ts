/** The peer: web-tree-sitter with tree-sitter-python, parsing and visiting every node once. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export async function treeSitterWalker(): Promise<(text: string) => void> {
  const { Language, Parser } = await import('web-tree-sitter');
  await Parser.init();
  const parser = new Parser();
  const grammar = createRequire(__filename).resolve('tree-sitter-python/tree-sitter-python.wasm');
  parser.setLanguage(await Language.load(new Uint8Array(readFileSync(grammar))));
  return (text) => {
    const tree = parser.parse(text);
    if (!tree) throw new Error('web-tree-sitter gave no tree');
    const cursor = tree.walk();
    let nodes = 0;
    for (let done = false; !done;) {
      nodes += cursor.nodeType.length > 0 ? 1 : 0;
      if (cursor.gotoFirstChild() || cursor.gotoNextSibling()) continue;
      done = !climb(cursor);
    }
    cursor.delete();
    tree.delete();
    if (nodes === 0) throw new Error('web-tree-sitter gave an empty tree');
  };
}

/** Up to the next ancestor that has a sibling; false at the end of the tree. */
function climb(cursor: { gotoParent(): boolean; gotoNextSibling(): boolean }): boolean {
  while (cursor.gotoParent()) if (cursor.gotoNextSibling()) return true;
  return false;
}
