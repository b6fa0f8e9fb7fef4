// Imports of coroutines: at the top of the file where nothing speaks against it, and loaded by a thread before elsewhere.
import assert from 'node:assert/strict';
import { mended } from './mended.ts';

const HEAD = `import asyncio

import httpx
import yaml

from app.models import Row
`;

const OTHERS = {
  'app/__init__.py': '',
  'app/models.py': 'class Row: ...\n',
  'app/heavy.py': 'one = two = 1\n',
  'app/cyclic.py': 'import app.deep\n',
  'app/deep.py': 'from app.main import main\n',
  'site-packages/heavy/__init__.py': '',
  'site-packages/httpx/__init__.py': '',
  'site-packages/yaml/__init__.py': '',
};

function written(text: string, id: string, head = HEAD): string {
  const result = mended({ 'app/main.py': `${head}\n\n${text}`, ...OTHERS }, 'AW110', id);
  return typeof result === 'string' ? result : (result['app/main.py'] ?? '');
}

describe('an import in a coroutine', () => {
  it('goes to the top, into the block of its kind', () => {
    const body = (line: string) => `async def main():\n${line}    return 1\n`;
    const moved = (line: string) => written(body(`    ${line}\n\n`), 'import-at-top');
    const rest = `\n\n${body('')}`;
    assert.equal(
      moved('import heavy as h'),
      HEAD.replace('import httpx', 'import heavy as h\nimport httpx') + rest,
    );
    assert.equal(
      moved('from app.heavy import one, two as three  # noqa: PLC0415'),
      HEAD.replace('from app.models', 'from app.heavy import one, two as three\nfrom app.models') + rest,
    );
    const lines = (indent: string) =>
      `from .heavy import (\n${indent}    one,\n${indent}    two,\n${indent})`;
    assert.equal(moved(lines('    ')), `${HEAD}\n${lines('')}\n${rest}`);
    assert.equal(moved('from .heavy import one'), `${HEAD}\nfrom .heavy import one\n${rest}`);
  });

  it('joins those of the same module, and may leave nothing behind', () => {
    const head = 'from app import models\n';
    const text = 'async def main():\n    from app import heavy\n';
    assert.equal(
      written(text, 'import-at-top', head),
      'from app import heavy, models\n\n\nasync def main():\n    pass\n',
    );
  });

  it('stays where something speaks against it', () => {
    const reasons = {
      'if here:\n    import heavy': 'it is imported on some paths only',
      'try:\n    import heavy\nexcept ImportError:\n    pass':
        'the `try` around it handles that it cannot be imported',
      'with here:\n    import heavy': 'it stands in a `with`',
      'if here:\n    return 1\nimport heavy': 'the function may end before it',
      'import missing': 'it is not found here, so it may be missing where the program runs',
      'from app import cyclic': 'what it imports leads back to this file',
      '# Only when it is needed.\nimport heavy': 'the comment there may say why it is imported late',
      'import heavy  # slow': 'the comment there may say why it is imported late',
      'import heavy; print(heavy)': 'it shares a line with other code',
      'import heavy as Row': '`Row` means something else as well',
      'import heavy as print': '`print` means something else as well',
      'import heavy\nheavy = heavy.x': '`heavy` means something else as well',
      'asyncio.os.environ["HEAVY"] = "1"\nimport heavy': 'what runs before it may decide what is imported',
    };
    for (const [body, reason] of Object.entries(reasons)) {
      const text = `async def main(here):\n${body.replace(/^/gm, '    ')}\n\n\ndef other():\n    print(1)\n`;
      assert.equal(written(text, 'import-at-top'), reason, body);
    }
  });

  it('finds what a thread has loaded before', () => {
    const text = 'async def main(here):\n    if here:\n        from app import heavy\n';
    const quoted = `${text}    return 'a', 'b'\n`;
    assert.match(written(quoted, 'load-in-thread'), /import_module, 'app\.heavy'\)/);
    assert.equal(
      written(text, 'load-in-thread'),
      `${HEAD.replace('import asyncio\n', 'import asyncio\nimport importlib\n')}\n\n${text.replace(
        '        from',
        '        await asyncio.to_thread(importlib.import_module, "app.heavy")\n        from',
      )}`,
    );
  });
});
