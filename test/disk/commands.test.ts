// Commands are read from the metadata of all ages, and from nothing that cannot be read.
import assert from 'node:assert/strict';
import { declaredCommands } from '../../disk/commands.ts';
import { folderWith, removeFolders } from './folder.ts';

describe('commands of a project', () => {
  after(removeFolders);

  it('are read from each form of metadata', () => {
    const root = folderWith({
      'pyproject.toml':
        '[project.scripts]\nshop = "shop.cli:main"\n[project.gui-scripts]\nwindow = "shop.ui:run [gtk]"\n[tool.poetry.scripts]\nold = { reference = "shop.old:main", type = "console" }\n',
      'setup.cfg':
        '[options.entry_points]\nconsole_scripts =\n    shop-admin = shop.admin:main\n    shop-sync=shop.sync:run\npytest11 =\n    shop = shop.plugin:hook\n',
      'setup.py':
        'setup(entry_points={"console_scripts": ["ship = shop.ship:main"], "other": ["x = shop.x:no"]})\n',
    });
    const files = ['pyproject.toml', 'setup.cfg', 'setup.py', 'gone.toml'].map((name) => `${root}/${name}`);
    assert.deepEqual(declaredCommands(files), [
      'shop.cli:main',
      'shop.ui:run',
      'shop.old:main',
      'shop.admin:main',
      'shop.sync:run',
      'shop.ship:main',
    ]);
  });

  it('are none where the metadata cannot be read', () => {
    const root = folderWith({ 'pyproject.toml': '[project.scripts\nshop = "shop.cli:main"\n' });
    assert.deepEqual(declaredCommands([`${root}/pyproject.toml`]), []);
  });
});
